### Headings of the sections. The attribute .intro stands under the heading in every notice.

section-summary = Summary

section-qualifications = Qualifications and experience
    .intro = Candidates are asked to show in the application form, with concrete examples, how they meet each of the requirements below.
section-qualifications-essential = Essential qualifications
section-qualifications-desirable = Desirable qualifications

section-accountabilities = Main accountabilities

section-interrelationships = Interrelationships

section-competencies = Competencies
    .intro = The following competencies will be assessed during the selection process:

section-contract = Contract

section-application = Useful information on application and recruitment

section-additional = Additional information
