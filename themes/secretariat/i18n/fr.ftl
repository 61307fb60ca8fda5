# Les textes de l’interface. Les mêmes identifiants et les mêmes variables figurent dans en.ftl.

## Éléments de l’avis
fact-employer = Employeur

## Toutes les pages
skip-link = Aller au contenu principal
nav-main = Menu principal
nav-follow = Suivre
footer-publisher = Éditeur du site :
footer-contact = Questions sur ce site :
nav-search = Rechercher

## Un avis
breadcrumb-label = Vous êtes ici
notice-kicker = Avis de vacance
facts-title = En bref
apply-title = Postuler
apply-by = Candidatures à déposer au plus tard le { $date } à { $time } ({ $zone }).
apply-again = Comment postuler
notice-calendar = Ajouter la date limite à votre agenda
notice-calendar-cancelled = Inscrire l’annulation dans votre agenda
all-open = Tous les postes à pourvoir
contents-title = Sommaire
posts-title = { $count ->
    [one] Le poste
   *[other] Les postes
}
post-heading = Poste { $number }
job-description-of = Descriptif d’emploi du poste { $number }
corrections-title = Corrections

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
banner-extended-from = L’ancienne date limite était le { $from } ; le report date du { $on }.

## L’image d’un avis pour les réseaux sociaux
card-deadline = Candidatures jusqu’au { $date } à { $time } ({ $zone })
card-ongoing = Candidatures jusqu’à ce que le poste soit pourvu

## Un avis ou une liste qui reste à l’écran
# D’une date limite, en jours du calendrier dans le fuseau du site. { $days } vaut deux ou davantage.
time-left-today = Dernier jour
time-left-tomorrow = Clôture demain
time-left-days = Il reste { $days } jours

## Ce que l’on peut faire d’un avis
tools-label = Transmettre et conserver
tools-mail = Envoyer par courriel
tools-copy = Copier le lien
tools-copied = Le lien a été copié.
tools-not-copied = Le navigateur ne permet pas de copier le lien.
tools-share = Partager
tools-print = Imprimer

## Listes
listing-deadline = Date limite
due-time = à { $time }
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
list-empty = Aucun poste à pourvoir ne figure actuellement dans cette liste.
finder-title = Filtrer et trier
finder-words = Mot, intitulé ou référence
finder-any = Sans préférence
finder-within = { $days ->
    [one] D’ici { $days } jour
   *[other] Dans les { $days } jours
}
finder-clear = Tout effacer
finder-count-one = { $count } poste à pourvoir sur { $all }
finder-count-other = { $count } postes à pourvoir sur { $all }
finder-none = Aucun poste à pourvoir ne correspond à cette recherche.
finder-none-text = Essayez un autre mot, ou moins de filtres.

## La page « Rechercher un avis de vacance ». Un script remplace « # » par un nombre.
search-label = Mots ou référence
search-button = Rechercher
search-help = La recherche porte sur les intitulés, les lieux d’affectation, les grades, les références et le texte propre à chaque avis.
search-busy = Recherche en cours…
search-count = { $count ->
    [one] 1 avis trouvé
   *[other] { $count } avis trouvés
}
search-more = Afficher d’autres résultats
search-none = Aucun avis trouvé
search-none-text = Vérifiez l’orthographe, essayez d’autres mots ou saisissez-en moins. Le texte commun à tous les avis, par exemple la manière de postuler, n’est pas pris en compte.
search-failed = La recherche est indisponible pour le moment
search-failed-text = Rechargez cette page ou consultez les listes :
search-unscripted = La recherche nécessite JavaScript, qui est désactivé ou absent dans ce navigateur. Tous les avis figurent dans les listes :

## La page « Suivre nos avis de vacance »
follow-pointer = Pour ne pas avoir à revenir sans cesse sur cette page :
follow-choices = Choisissez ce qui vous convient
follow-choice-feeds = Être au courant de chaque nouvel avis
follow-choice-calendar = Retrouver les dates limites dans votre agenda
follow-choice-data = Exploiter la liste dans un tableur ou un programme
follow-choice-boards = Présenter nos avis sur un site d’emploi

follow-feeds = Flux
follow-feeds-lead = Un flux est un fichier dans lequel apparaît chaque avis nouveau, prolongé, corrigé ou annulé. Un lecteur de flux le consulte à votre place et vous signale ce qui a changé.
follow-feeds-text = Un lecteur de flux, souvent gratuit, peut être une application, un site, un navigateur ou un logiciel de messagerie. Chaque avis s’y lit en entier, en français, avec un lien vers l’édition anglaise.
follow-feeds-choose = Choisissez un flux dans la liste.
follow-feeds-copy = Copiez son adresse : faites un clic droit ou un appui prolongé sur le lien, puis choisissez d’en copier l’adresse.
follow-feeds-paste = Collez cette adresse dans votre lecteur, à l’endroit où il permet d’ajouter ou de suivre un flux.
follow-feeds-formats = Lorsqu’un flux existe en plusieurs formats, tous contiennent les mêmes avis. Dans le doute, prenez le premier.
follow-feeds-all = Tous les avis

follow-calendar = Calendrier des dates limites
follow-calendar-lead = Le calendrier contient la date limite de chaque avis ouvert qui en a une.
follow-calendar-text = C’est un fichier iCalendar, format que savent lire Outlook, Google Agenda, Calendrier d’Apple, Thunderbird et la plupart des autres agendas électroniques.
follow-calendar-notice = Pour un seul avis, ouvrez-en la page et choisissez « { notice-calendar } ».
follow-subscribe = S’abonner
follow-subscribe-text = Votre agenda vient chercher le fichier à intervalles réguliers : les dates nouvelles, reportées ou annulées y arrivent d’elles-mêmes. C’est lui qui fixe ces intervalles, parfois d’un jour ou davantage. Quand une date approche, consultez donc aussi l’avis.
follow-subscribe-paste = Si le bouton reste sans effet, ou si votre agenda est en ligne, copiez l’adresse qui figure sous le bouton et collez-la dans l’agenda. Les termes varient selon la version. Cherchez par exemple :
follow-subscribe-outlook = Outlook : « Ajouter un calendrier », puis « S’abonner à partir du web »
follow-subscribe-google = Google Agenda : « Autres agendas », puis « À partir de l’URL »
follow-subscribe-apple = Calendrier d’Apple : « Fichier », puis « Nouvel abonnement à un calendrier »
follow-subscribe-link = S’abonner au calendrier
follow-subscribe-address = Adresse du calendrier :
follow-download = Télécharger une seule fois
follow-download-text = Si vous préférez ne pas vous abonner, téléchargez le fichier, puis ouvrez-le ou importez-le : votre agenda contiendra les dates limites telles qu’elles sont aujourd’hui. Les changements ultérieurs n’y apparaîtront pas.
follow-download-link = Télécharger le calendrier

follow-data = Données ouvertes
follow-data-lead = Les avis de vacance sous une forme qui permet de les trier, de les compter et de les comparer.
follow-data-text = Chaque avis y figure avec sa référence, son intitulé dans les deux langues, son état, ses dates, le lieu, l’organisme, le grade, le traitement et l’adresse de ses pages.
follow-csv = Tableau (CSV)
follow-csv-text = Pour un tableur tel qu’Excel, Numbers ou LibreOffice Calc
follow-json = JSON
follow-json-text = Pour les programmes informatiques
follow-schema = Description du fichier JSON
follow-schema-text = Ce que contient chacun de ses champs (JSON Schema)

follow-boards = Sites d’emploi
follow-boards-lead = Pour les sites d’emploi et les autres sites qui recueillent automatiquement des avis de vacance.
follow-boards-text = Le fichier contient tous les avis ouverts aux candidatures, avec leur texte intégral en français.

## Choix de la langue et page introuvable
root-description = { $site } : avis de vacance en français.
root-text = Consulter les avis de vacance en français
not-found-text = L’adresse comporte peut-être une erreur, ou la page a été retirée. Tous les postes à pourvoir figurent dans la liste.
gone-text = Il n’est plus disponible et il n’est plus possible d’y répondre. Tous les postes à pourvoir figurent dans la liste.
