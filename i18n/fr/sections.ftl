### Titres des sections. L'attribut .intro figure sous le titre dans tous les avis.

section-summary = Résumé

section-qualifications = Qualifications et expérience
    .intro = Les candidat(e)s sont invité(e)s à montrer dans le formulaire de candidature, exemples concrets à l'appui, qu'ils/elles répondent à chacune des exigences ci-dessous.
section-qualifications-essential = Acquis essentiels
section-qualifications-desirable = Acquis souhaitables

section-accountabilities = Responsabilités principales

section-interrelationships = Structure et liaisons

section-competencies = Compétences
    .intro = Les compétences suivantes seront évaluées au cours de la sélection :

section-contract = Contrat

section-application = Informations utiles concernant la candidature et le recrutement

section-additional = Informations complémentaires
