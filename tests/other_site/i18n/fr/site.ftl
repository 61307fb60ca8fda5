time-zone = heure de Genève
money = { $number } { $currency }
home-title = Offres d’emploi
home-description = Les offres d’emploi au siège et sur le terrain, la prochaine échéance en premier.
fact-location = Lieu d’affectation
fact-grade = Classe

location-geneva = Genève (Suisse)
location-nairobi = Nairobi (Kenya)
organisation-secretariat = Secrétariat
schedule-full-time = Temps plein

grade = { $grade }
deadline = { $ongoing ->
    [yes] sans date limite
   *[no] { DATETIME($deadline, dateStyle: "long") }
}

section-setting = Cadre organisationnel
section-responsibilities = Fonctions
section-competencies = Compétences essentielles
section-education = Formation et expérience
section-assessment = Évaluation
section-application = Remarques particulières

about-us =
    L'Organisation aide ses 84 États membres à mesurer et à réduire leurs émissions.
assessment-method =
    Les personnes qualifiées peuvent être conviées à une épreuve écrite et à un entretien.
how-to-apply =
    Postulez sur [le portail de recrutement](https://apply.example.org/{ $reference }) avant le { deadline }.
    .title = Comment postuler
terms-fixed-term =
    L'engagement est de durée déterminée: deux ans, sous réserve des crédits.
    .title = Engagement
terms-consultancy =
    La personne retenue est payée à la journée et n'est pas fonctionnaire.
    .title = Contrat de conseil
contract-fixed-term = Durée déterminée
    .label = Durée déterminée
contract-consultancy = Conseil
    .label = Conseil
no-fee =
    L'Organisation ne perçoit de frais à aucun stade du recrutement.
    .title = Aucuns frais

apply-everyone = Ouvrir le portail de recrutement
    .audience = Toutes les personnes intéressées
    .url = https://apply.example.org/{ $reference }/fr
