### Glossaire : les termes dont les deux langues sont convenues.
### Le texte est le terme. .short en est le sigle ; .also, les autres formes qui peuvent le rendre, séparées par |.
### Le pluriel et le féminin vont de soi. Ce qui est ici est comparé dans chaque avis (règles « glossary » et « acronyms »).

glossary-nato = Organisation du Traité de l'Atlantique Nord
    .short = OTAN
    .also = Alliance atlantique
glossary-united-nations = Nations Unies
    .short = ONU
glossary-european-union = Union européenne
    .short = UE
glossary-osce = Organisation pour la sécurité et la coopération en Europe
    .short = OSCE
glossary-joint-logistics-agency = Agence conjointe de logistique
    .short = ACL
glossary-international-staff = Secrétariat international
    .short = SI
glossary-international-military-staff = État-major militaire international
    .short = EMI
glossary-human-resources = ressources humaines
    .short = RH
glossary-artificial-intelligence = intelligence artificielle
    .short = IA
glossary-secretary-general = secrétaire général(e)
glossary-national-delegation = délégation nationale
glossary-permanent-representation = représentation permanente
glossary-member-country = pays membre
glossary-partner-country = pays partenaire
glossary-security-clearance = habilitation de sécurité
glossary-classified-information = information classifiée
glossary-secondment = détachement
glossary-duty-station = lieu d'affectation
glossary-reserve-list = liste de réserve
glossary-job-description = descriptif d'emploi
    .also = description de poste
glossary-essential-qualifications = acquis essentiels
glossary-desirable-qualifications = acquis souhaitables
glossary-probationary-period = période probatoire
glossary-personnel-regulations = Règlement du personnel civil
glossary-personal-data = données personnelles
    .also = données à caractère personnel
glossary-written-test = épreuve écrite
