section-summary = Résumé
section-duties = Tâches
section-application = Candidature
section-legal = Mentions
how-to-apply = Les candidatures nous parviennent le { deadline } au plus tard.
contract-standard = Le contrat est de trois ans.
    .label = Ordinaire
contract-temporary = Le contrat est d'un an.
    .label = Temporaire
diversity = Chacun est bienvenu.
apply-all = Postuler
    .url = https://apply.example.org/{ $reference }
    .audience = Tout le monde
organisation-headquarters = Siège
location-brussels = Bruxelles
location-mons = Mons
schedule-full-time = Plein temps
schedule-part-time = Temps partiel
clearance-NC = CONFIDENTIEL
clearance-NS = SECRET
language-level-III = intermédiaire
language-level-V = avancé
grade = { $grade }
time-zone = heure de Bruxelles
deadline =
    { $ongoing ->
        [yes] ouvert
       *[no] { DATETIME($deadline, dateStyle: "long") }
    }
