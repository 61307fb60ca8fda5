# Ce que disent les gabarits ; montants, états, titres et libellés sont de diptych. Mêmes identifiants dans en.ftl.
skip-link = Aller au contenu principal
publisher = Éditeur du site :
list-empty = Cette liste ne comporte actuellement aucun avis.
no-applications = Il n’est plus possible de postuler.
fact-employer = Employeur
calendar-link = Fichier pour votre agenda (.ics)
apply-title = Postuler
post-title = Le poste
contents-title = Sommaire
follow-calendar = Calendrier des dates limites
root-text = Consulter les avis de vacance en français
