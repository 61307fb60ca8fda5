# Ce que diptych dit lui-même ; les textes d’un thème et d’un site l’emportent.
# Les mêmes identifiants et les mêmes variables figurent dans en.ftl.

## Montants, dates et titres
money = { $number } { $currency }
salary-per-hour = { $amount } par heure
salary-per-day = { $amount } par jour
salary-per-week = { $amount } par semaine
salary-per-month = { $amount } par mois
salary-per-year = { $amount } par an
range = { $from }–{ $to }
deadline-ongoing = Jusqu’à ce que le poste soit pourvu
deadline-with-time = { $date } à { $time } ({ $time-zone })
page-title = { $title } – { $site }
notice-title = { $title } ({ $reference })

## Les pages
home-title = Postes à pourvoir
home-description = Les postes auxquels il est possible de postuler.
closed-title = Avis clos
closed-description = Les avis de vacance qui ne sont plus ouverts aux candidatures, classés par année.
follow-title = Suivre nos avis de vacance
follow-description = Tenez-vous au courant de nos avis de vacance sans avoir à revenir sur ce site : ni compte ni adresse électronique ne sont nécessaires.
root-title = Choisissez votre langue
not-found-title = Page introuvable
gone-title = Cet avis a été retiré
moved-title = Cette page a changé d’adresse
footnote-back = Retour au texte

## États
state-open = Ouvert
state-closing-soon = Clôture prochaine
state-closed = Clos
state-cancelled = Annulé
state-filled = Pourvu
tag-new = Nouveau
tag-extended = Délai prolongé

## Éléments de l’avis
fact-location = Lieu d’affectation
fact-organisation = Organisme
fact-schedule = Temps de travail
fact-deadline = Date limite de dépôt des candidatures
fact-salary = Traitement
fact-grade = Grade
fact-clearance = Habilitation de sécurité
fact-contract = Contrat
fact-openings = Nombre de postes
fact-reference = Référence
fact-published = Date de publication

## Postes
post-number = Numéro du poste
post-direct-reports = Effectif subordonné direct
post-indirect-reports = Effectif subordonné indirect
job-description = Descriptif d’emploi

## Flux et calendriers
entry-fact = { $label } : { $value }
entry-extended = La date limite, précédemment fixée au { $from }, est reportée au { $date }.
entry-corrected = Correction du { $date } : { $text }
entry-cancelled = Cet avis de vacance a été annulé le { $date }. Il n’est plus possible de postuler.
entry-cancelled-title = Annulé : { $title }
entry-twin = Lire cet avis en français
calendar-name = Dates limites – { $site }
calendar-summary = Date limite : { $title } ({ $reference })
calendar-alarm = Date limite proche : { $title } ({ $reference })
calendar-cancelled = Cet avis de vacance a été annulé le { $date }.

## Listes des postes à pourvoir
list-filtered-title = Postes à pourvoir : { $value }
list-filtered-description = Les postes auxquels il est possible de postuler, classés par date limite. { $filter } : { $value }.
list-sorted-title = { $order ->
    [grade] Postes à pourvoir, par grade
    [title] Postes à pourvoir, par intitulé
   *[published] Postes à pourvoir, les plus récents d’abord
}
list-sorted-description = { $order ->
    [grade] Les postes auxquels il est possible de postuler, du grade le plus élevé au moins élevé.
    [title] Les postes auxquels il est possible de postuler, par ordre alphabétique.
   *[published] Les postes auxquels il est possible de postuler, du plus récemment publié au plus ancien.
}
list-order = Trier par
order-deadline = Date limite
order-grade = Grade, du plus élevé au moins élevé
order-title = Intitulé
order-published = Les plus récents d’abord

## Recherche
search-title = Rechercher un avis de vacance
search-description = Recherchez des mots dans tous les avis de vacance, ouverts ou clos.
