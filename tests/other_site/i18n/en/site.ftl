time-zone = Geneva time
money = { $currency } { $number }
home-title = Job openings
home-description = Job openings at headquarters and in the field, the next deadline first.
fact-location = Duty station
fact-grade = Level

location-geneva = Geneva, Switzerland
location-nairobi = Nairobi, Kenya
organisation-secretariat = Secretariat
schedule-full-time = Full time

grade = { $grade }
deadline = { $ongoing ->
    [yes] no closing date
   *[no] { DATETIME($deadline, dateStyle: "long") }
}

section-setting = Organizational setting
section-responsibilities = Responsibilities
section-competencies = Core competencies
section-education = Education and experience
section-assessment = Assessment
section-application = Special notice

about-us =
    The Organization helps its 84 member States to measure and to reduce emissions.
assessment-method =
    Qualified candidates may be invited to a written test and to a competency-based interview.
how-to-apply =
    Apply through [the recruitment portal](https://apply.example.org/{ $reference }) before { deadline }.
    .title = How to apply
terms-fixed-term =
    The appointment is for a fixed term of two years, subject to funds.
    .title = Appointment
terms-consultancy =
    The consultant is paid by the day and is not a staff member.
    .title = Consultancy
contract-fixed-term = Fixed term
    .label = Fixed term
contract-consultancy = Consultancy
    .label = Consultancy
no-fee =
    The Organization does not charge a fee at any stage of the recruitment process.
    .title = No fee

apply-everyone = Go to the recruitment portal
    .audience = All applicants
    .url = https://apply.example.org/{ $reference }/en
