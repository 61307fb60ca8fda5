### Glossary: the terms that both languages have agreed on.
### The text is the term. .short is its acronym; .also gives other forms that may stand for it, with | between them.
### Plural and feminine are understood. What is here is compared in every notice (rules “glossary” and “acronyms”).

glossary-nato = North Atlantic Treaty Organization
    .short = NATO
    .also = North Atlantic Alliance
glossary-united-nations = United Nations
    .short = UN
glossary-european-union = European Union
    .short = EU
glossary-osce = Organization for Security and Co-operation in Europe
    .short = OSCE
glossary-joint-logistics-agency = Joint Logistics Agency
    .short = JLA
glossary-international-staff = International Staff
    .short = IS
glossary-international-military-staff = International Military Staff
    .short = IMS
glossary-human-resources = human resources
    .short = HR
glossary-artificial-intelligence = artificial intelligence
    .short = AI
glossary-secretary-general = Secretary General
glossary-national-delegation = national delegation
glossary-permanent-representation = permanent representation
glossary-member-country = member country
glossary-partner-country = partner country
glossary-security-clearance = security clearance
glossary-classified-information = classified information
glossary-secondment = secondment
glossary-duty-station = duty station
glossary-reserve-list = reserve list
glossary-job-description = job description
    .also = post description
glossary-essential-qualifications = essential qualifications
glossary-desirable-qualifications = desirable qualifications
glossary-probationary-period = probationary period
glossary-personnel-regulations = Civilian Personnel Regulations
glossary-personal-data = personal data
    .also = personal data
glossary-written-test = written test
