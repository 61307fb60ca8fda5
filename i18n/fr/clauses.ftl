### Clauses : le texte commun aux avis. La valeur est en Markdown ; .title est le titre qui la surmonte.
### Aucune ligne ne peut commencer par un crochet, un astérisque ou un point.

## Section « Contrat » : la clause du type de contrat, puis deux autres qui valent pour tous

contract-standard =
    Le contrat initial est un contrat à durée déterminée de trois ans. Il peut être suivi d'un contrat à durée indéterminée si la personne titulaire a donné satisfaction et si les besoins du service le justifient.

    Les six premiers mois de service constituent une période probatoire. Les conditions d'emploi sont celles que fixe le Règlement du personnel civil en vigueur le jour de l'engagement.
    .title = Trois ans, puis éventuellement un contrat à durée indéterminée
    .label = Trois ans, puis éventuellement durée indéterminée

contract-rotation =
    Pour des raisons de politique générale, une rotation régulière est jugée souhaitable { $openings ->
        [one] pour le poste visé
       *[other] pour les { openings-in-words } postes visés
    } par le présent avis. Le contrat proposé est donc à durée déterminée : conclu pour trois ans, il peut être renouvelé pour une période de trois ans au plus, si bien que la durée totale du service dans le même poste ne dépasse pas six ans.

    Les six premiers mois de service constituent une période probatoire. Les conditions d'emploi sont celles que fixe le Règlement du personnel civil en vigueur le jour de l'engagement.
    .title = Un contrat de trois ans, renouvelable une fois : poste soumis à rotation
    .label = Trois ans, avec renouvellement possible pour trois ans au plus (rotation)

contract-temporary =
    Le contrat, à durée déterminée, est conclu pour douze mois au plus. Il répond à un besoin temporaire : il peut être prolongé une fois, dans la limite d'une durée totale de dix-huit mois, et n'ouvre aucun droit à un engagement de plus longue durée.

    Les deux premiers mois de service constituent une période probatoire. Les conditions d'emploi sont celles que le Règlement du personnel civil prévoit pour le personnel temporaire.
    .title = Un contrat temporaire de douze mois au plus
    .label = Temporaire, douze mois au plus

secondment =
    { $contract ->
        [temporary] La personne détachée par l'administration d'un pays participant sert en détachement pendant la période indiquée ci-dessus. L'accord de cette administration doit parvenir à l'Organisation avant la signature du contrat.
       *[other] La personne détachée par l'administration d'un pays participant reçoit un contrat à durée déterminée de trois ans, qui peut être renouvelé pour trois ans au plus avec l'accord de cette administration. La durée du service en détachement ne dépasse pas six ans dans le même poste.
    }
    .title = Détachement

serving-staff =
    Les membres du personnel en fonction sont nommés selon les dispositions du Règlement du personnel civil applicables à leur contrat actuel. { $contract ->
        [rotation] S'ils sont retenus, ceux qui ont un contrat à durée indéterminée le conservent ; la durée maximale de service dans le même poste vaut également pour eux.
        [temporary] Ceux qui ont un contrat de plus longue durée peuvent exercer les fonctions à titre d'affectation temporaire, après quoi ils retrouvent leur ancien poste ou un poste équivalent.
       *[other] S'ils sont retenus, ceux qui ont un contrat à durée indéterminée le conservent.
    }
    .title = Membres du personnel en fonction

## Section « Informations utiles concernant la candidature et le recrutement »

# Une phrase à part, car elle est aussi communiquée aux moteurs de recherche.
eligibility-to-work =
    Seules sont recevables les candidatures de ressortissant(e)s { $organisation ->
        [nato] des pays membres de l'OTAN
        [nato-is] des pays membres de l'OTAN
       *[other] des pays qui participent aux travaux de l'Organisation
    }.

eligibility =
    { eligibility-to-work } Les personnes qui possèdent plusieurs nationalités sont priées de les indiquer toutes dans le formulaire de candidature.

    Les acquis essentiels doivent être réunis { $ongoing ->
        [yes] le jour de l'envoi de la candidature
       *[no] le { DATETIME($deadline, dateStyle: "long") } au plus tard
    }. Les études en cours peuvent être mentionnées, mais elles n'entrent en ligne de compte qu'une fois le diplôme obtenu.
    .title = Conditions de recevabilité

how-to-apply =
    Les candidatures sont à présenter en ligne, en français ou en anglais, sous la référence **{ $reference }** :

    - les membres du personnel en fonction postulent sur le [portail interne](https://staff-portal.example.org/mobility?lang=fr&ref={ $reference }) ;
    - toutes les autres personnes postulent sur le [portail de recrutement](https://careers-portal.example.org/jobs?lang=fr&ref={ $reference }).

    { $ongoing ->
        [yes] Le présent avis n'a pas de date limite. Les candidatures sont examinées dans l'ordre de leur arrivée et l'avis est retiré dès que les besoins sont satisfaits : mieux vaut donc ne pas tarder.
       *[no] La date limite est fixée au **{ DATETIME($deadline, dateStyle: "long", timeStyle: "short") } ({ $time-zone })**. Les portails se ferment automatiquement à cet instant ; aucune candidature tardive ou incomplète ne peut être prise en considération, quel qu'en soit le motif.
    }

    Le formulaire peut être enregistré et rempli en plusieurs fois. Un accusé de réception est envoyé par courriel dès que la candidature a été transmise ; les personnes qui ne l'auraient pas reçu dans l'heure sont invitées à s'assurer que le formulaire est bien parti et à consulter leur courrier indésirable. Il n'est examiné qu'une seule candidature par personne pour { $openings ->
        [one] le poste à pourvoir
       *[other] les { openings-in-words } postes à pourvoir
    }.
    .title = Comment postuler

videos =
    Deux courtes vidéos, sous-titrées et accompagnées d'une transcription, aident à préparer la candidature :

    - [cinq conseils pour une candidature convaincante](https://media.example.org/fr/videos/conseils-candidature) ;
    - [le formulaire, étape par étape](https://media.example.org/fr/videos/formulaire-candidature).
    .title = Deux vidéos pour vous aider

more-information =
    Les missions de l'Organisation, la vie dans ses différents lieux d'affectation et les avantages offerts au personnel (indemnités, assurance maladie, régime de pensions, congés) sont présentés dans les [pages « Carrières »](https://www.example.org/fr/carrieres). Les étapes d'une sélection, du premier tri des candidatures à l'entretien, sont expliquées dans le [guide des candidat(e)s](https://www.example.org/fr/carrieres/guide-des-candidats.pdf).

    Chaque candidat(e) est informé(e) par courriel de la suite réservée à sa candidature. Vu le nombre de dossiers reçus, plusieurs semaines peuvent s'écouler, et seules les personnes convoquées à une évaluation peuvent obtenir un retour sur leur prestation.
    .title = Pour en savoir plus

appointment =
    L'offre d'engagement ne devient définitive qu'une fois remplies les conditions suivantes :

    - { $clearance ->
        [none] les autorités nationales dont relève la personne retenue n'ont pas soulevé d'objection touchant à la sécurité ;
       *[other] les autorités nationales dont relève la personne retenue ont délivré ou confirmé une habilitation de sécurité { $clearance-label } ;
    }
    - la/le médecin-conseil de l'Organisation a approuvé le dossier médical que cette personne est invitée à soumettre ;
    - les diplômes, certificats et attestations d'emploi mentionnés dans la candidature ont été vérifiés auprès des organismes dont ils émanent ;
    - le pays hôte a accordé l'accréditation et les titres de séjour nécessaires à l'exercice des fonctions.

    Ces procédures peuvent durer plusieurs mois. Il est conseillé de ne pas quitter son emploi avant d'avoir reçu la confirmation écrite que toutes les conditions sont remplies.
    .title = Conditions d'engagement

ai-tools =
    La candidature doit être l'œuvre de la personne qui la présente. Il n'est pas permis de recourir à des outils d'intelligence artificielle générant du texte, des images ou de la voix pour répondre aux questions du formulaire, rédiger un travail écrit ou participer à une épreuve ou à un entretien. S'il est établi que de tels outils ont été utilisés, la candidature est écartée, à quelque stade que ce soit de la procédure.

    Les aides courantes, comme les correcteurs d'orthographe, et les technologies d'assistance que rend nécessaires un handicap sont bien entendu admises.
    .title = Intelligence artificielle

## Section « Informations complémentaires »

diversity =
    L'Organisation souhaite que son personnel soit à l'image des sociétés qu'elle sert. Elle accueille les candidatures de toutes les personnes qui remplissent les conditions, sans distinction de genre, d'âge, d'origine ethnique, de religion ou de convictions, d'orientation sexuelle, de handicap ou de situation familiale, et recrute exclusivement au mérite. Les femmes, les jeunes en début de carrière et les ressortissant(e)s de plusieurs pays participants étant encore trop peu représenté(e)s au sein de son personnel, leurs candidatures sont particulièrement encouragées.
    .title = Diversité et inclusion

accommodation =
    Les personnes dont le handicap ou l'état de santé exige un aménagement, à quelque étape que ce soit de la sélection (autre format, temps supplémentaire, salle accessible, interprète), sont invitées à le signaler dans le formulaire de candidature ou à écrire à [accommodation@example.org](mailto:accommodation@example.org). Il en va de même pour le poste de travail après l'engagement.

    Un justificatif médical peut être demandé à l'appui de l'aménagement. Il est envoyé directement au service médical, qui le traite de manière confidentielle et n'indique à l'équipe de recrutement que les dispositions à prendre.
    .title = Aménagements raisonnables

integrity =
    L'intégrité, l'impartialité, la loyauté, le sens des responsabilités et le professionnalisme sont les valeurs auxquelles chaque membre du personnel souscrit dans un code de conduite. Elles sont évaluées au cours de la sélection au même titre que les autres exigences. Toute déclaration fausse ou trompeuse dans une candidature entraîne le rejet de celle-ci et, après l'engagement, la résiliation du contrat.
    .title = Valeurs et intégrité

enquiries =
    Afin d'assurer l'égalité de traitement entre les candidat(e)s, l'équipe de recrutement ne peut répondre ni par téléphone ni par courriel aux questions portant sur le présent avis ou sur l'avancement d'une candidature. { $ongoing ->
        [yes] Seules les difficultés techniques peuvent être signalées, au moyen du formulaire d'assistance du portail.
       *[no] Seules les difficultés techniques peuvent être signalées, au moyen du formulaire d'assistance du portail, au plus tard un jour ouvrable avant la date limite.
    }
    .title = Demandes de renseignements

other-posts =
    Les personnes qui ne sont pas retenues pour { $openings ->
        [one] ce poste
       *[other] ces postes
    } mais dont les mérites sont reconnus peuvent se voir proposer un autre poste de nature analogue, de même grade ou d'un grade inférieur, pour autant qu'elles répondent aux exigences de celui-ci.
    .title = Offre d'un poste analogue

travel =
    Les fonctions peuvent comporter des déplacements, du travail en dehors des heures de bureau et, dans des circonstances exceptionnelles, un service hors du lieu d'affectation. Ces périodes donnent lieu à compensation selon les règles en vigueur.
    .title = Déplacements et horaires

work-life =
    { $schedule ->
        [part-time] Les heures hebdomadaires de ce poste à temps partiel sont fixées d'un commun accord avec la hiérarchie, dans les limites des heures d'ouverture du service.
       *[other] L'horaire de travail est variable autour des plages fixes de la journée.
    } Le télétravail est possible, en principe jusqu'à deux jours par semaine et depuis un endroit proche du lieu d'affectation, lorsque les fonctions s'y prêtent, compte tenu notamment de l'utilisation d'informations classifiées.
    .title = Horaire variable et télétravail

smoke-free =
    Les bâtiments de l'Organisation sont non-fumeurs. Cette règle s'applique aussi à la cigarette électronique.
    .title = Bâtiments non-fumeurs

pay-scale =
    { $salary ->
        [none] Le traitement est fixé lors de l'engagement, en fonction du grade ({ $grade }) et du barème en vigueur au lieu d'affectation.
       *[other] Le traitement indiqué en tête du présent avis ({ $salary }) est le traitement de base du grade { $grade } selon le barème en vigueur à la date de publication. Il est exonéré de l'impôt national sur le revenu et soumis aux retenues internes au titre de l'assurance maladie et de la pension.
    } Des allocations familiales et une indemnité d'expatriation peuvent s'y ajouter selon la situation personnelle. Les [barèmes complets](https://www.example.org/en/careers/pay-scales) (page en anglais) sont adaptés chaque année.
    .title = Barème des traitements

no-fees =
    L'Organisation ne réclame aucuns frais, à aucun stade du recrutement : ni pour une candidature, un entretien ou une formation, ni pour un examen médical ou un visa. Jamais elle ne demande de coordonnées bancaires avant l'engagement. Toute demande d'argent faite en son nom est frauduleuse et doit être signalée à l'adresse [fraud-alert@example.org](mailto:fraud-alert@example.org).
    .title = Jamais de frais
