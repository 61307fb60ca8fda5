# Les textes de l’interface. Les mêmes identifiants et les mêmes variables figurent dans en.ftl.

## Valeurs et titres employés par diptych
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
home-title = Postes à pourvoir
home-description = Les postes auxquels il est possible de postuler, classés par date limite de dépôt des candidatures.
closed-title = Avis clos
closed-description = Les avis de vacance qui ne sont plus ouverts aux candidatures, classés par année.
not-found-title = Page introuvable
root-title = Choisissez votre langue

## États
state-open = Ouvert
state-closing-soon = Clôture prochaine
state-closed = Clos
state-cancelled = Annulé
state-filled = Pourvu
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

## Toutes les pages
skip-link = Aller au contenu principal
nav-main = Menu principal
footer-contact = Questions sur ce site :

## Un avis
footnote-back = Retour au texte
notice-kicker = Avis de vacance
facts-title = En bref
apply-title = Postuler
apply-by = Candidatures à déposer au plus tard le { $date } à { $time } ({ $zone }).
apply-again = Comment postuler
all-open = Tous les postes à pourvoir
contents-title = Sommaire
posts-title = { $count ->
    [one] Le poste
   *[other] Les postes
}
post-heading = Poste { $number }
post-number = Numéro du poste
post-direct-reports = Effectif subordonné direct
post-indirect-reports = Effectif subordonné indirect
job-description = Descriptif d’emploi
job-description-of = Descriptif d’emploi du poste { $number }

## L’état d’un avis
banner-no-applications = Il n’est plus possible de postuler.
banner-closed = Cet avis de vacance est clos
banner-closed-text = La date limite de dépôt des candidatures était fixée au { $date } à { $time } ({ $zone }).
banner-cancelled = Cet avis de vacance a été annulé
banner-cancelled-text = L’annulation date du { $date }.
banner-filled = { $count ->
    [one] Ce poste est pourvu
   *[other] Ces postes sont pourvus
}
banner-filled-text = { $count ->
    [one] Il a été pourvu le { $date }.
   *[other] Ils ont été pourvus le { $date }.
}
banner-closing-soon = Clôture prochaine
banner-closing-soon-text = Les candidatures sont à déposer au plus tard le { $date } à { $time } ({ $zone }).
banner-extended = Délai prolongé
banner-extended-text = La nouvelle date limite est fixée au { $date } à { $time } ({ $zone }).
banner-extended-ongoing = Les candidatures sont désormais acceptées jusqu’à ce que le poste soit pourvu.
banner-extended-from = La date limite, fixée d’abord au { $from }, a été reportée le { $on }.

## Listes
listing-deadline = Date limite
home-count = { $count ->
    [one] { $count } poste à pourvoir
   *[other] { $count } postes à pourvoir
}
home-time-zone = Les heures sont indiquées en { $zone }.
home-empty = Il n’y a actuellement aucun poste à pourvoir.
home-empty-text = Les nouveaux avis de vacance sont publiés sur cette page.
closed-deadline = Date limite : { $date }
years-label = Années
closed-empty = Il n’y a aucun avis clos.

## Choix de la langue et page introuvable
root-description = { $site } : avis de vacance en français.
root-text = Consulter les avis de vacance en français
not-found-text = L’adresse comporte peut-être une erreur, ou la page a été retirée. Tous les postes à pourvoir figurent dans la liste.
