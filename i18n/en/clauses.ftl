### Clauses: the text that notices share. The value is Markdown; .title is the heading above it.
### No line may begin with a bracket, an asterisk or a full stop.

## Section “Contract”: the clause of the contract variant, then two for everybody

contract-standard =
    The initial contract is of definite duration and runs for three years. Subject to satisfactory performance and to the needs of the service, it may be followed by a contract of indefinite duration.

    The first six months of service are a probationary period. The terms of employment are those of the Civilian Personnel Regulations in force on the day of appointment.
    .title = Three years, then possibly an indefinite-duration contract
    .label = Three years, then possibly indefinite

contract-rotation =
    For reasons of policy, regular turnover is desirable in { $openings ->
        [one] the post covered
       *[other] the { openings-in-words } posts covered
    } by this notice. The contract offered is therefore of definite duration: it runs for three years and may be renewed for a further period of up to three years, so that service in the same post does not exceed six years.

    The first six months of service are a probationary period. The terms of employment are those of the Civilian Personnel Regulations in force on the day of appointment.
    .title = Three years, renewable once: a rotational post
    .label = Three years, renewable for up to three (rotation)

contract-temporary =
    The contract is of definite duration and is concluded for a period of up to twelve months. It meets a temporary need: it may be extended once, within a total of eighteen months, and it gives no right to a longer appointment.

    The first two months of service are a probationary period. The terms of employment are those that the Civilian Personnel Regulations lay down for temporary staff.
    .title = A temporary contract of up to twelve months
    .label = Temporary, up to twelve months

secondment =
    { $contract ->
        [temporary] A candidate who is released by the national administration of a participating country serves on secondment for the period stated above. The agreement of that administration must reach the Organisation before the contract is signed.
       *[other] A candidate who is released by the national administration of a participating country receives a definite-duration contract of three years, which may be renewed for up to three years with the agreement of that administration. Service on secondment does not exceed six years in the same post.
    }
    .title = Secondment

serving-staff =
    Serving members of staff are appointed in accordance with the provisions of the Civilian Personnel Regulations that apply to their present contract. { $contract ->
        [rotation] Those who hold an indefinite-duration contract keep it if they are selected; the limit on service in the same post applies to them as well.
        [temporary] Those who hold a longer contract may take up the duties on temporary assignment, after which they return to their former post or to an equivalent one.
       *[other] Those who hold an indefinite-duration contract keep it if they are selected.
    }
    .title = Serving members of staff

## Section “Useful information on application and recruitment”

# A sentence of its own, because search engines are told it as well.
eligibility-to-work =
    Applications are accepted only from nationals of { $organisation ->
        [nato] the member countries of NATO
        [nato-is] the member countries of NATO
       *[other] the countries that take part in the work of the Organisation
    }.

eligibility =
    { eligibility-to-work } Candidates who hold several nationalities should state all of them in the application form.

    The essential qualifications must be met { $ongoing ->
        [yes] on the day the application is submitted
       *[no] on { DATETIME($deadline, dateStyle: "long") } at the latest
    }. Studies in progress may be mentioned, but they count only once the qualification has been awarded.
    .title = Eligibility

how-to-apply =
    Applications are made online, in English or in French, under reference **{ $reference }**:

    - serving members of staff apply through the [internal portal](https://staff-portal.example.org/mobility?lang=en&ref={ $reference });
    - all other candidates apply through the [careers portal](https://careers-portal.example.org/jobs?lang=en&ref={ $reference }).

    { $ongoing ->
        [yes] This notice has no closing date. Applications are examined in the order in which they arrive, and the notice is withdrawn as soon as the needs have been met: candidates are advised not to wait.
       *[no] The closing date is **{ DATETIME($deadline, dateStyle: "long", timeStyle: "short") } ({ $time-zone })**. The portals close automatically at that moment; late or incomplete applications cannot be considered, whatever the reason.
    }

    The form can be saved and completed in several sittings. An acknowledgement is sent by e-mail as soon as the application has been submitted; candidates who have not received it within an hour should check that the form has indeed been sent, and look in their junk mail. Only one application per person is examined for { $openings ->
        [one] the post advertised
       *[other] the { openings-in-words } posts advertised
    }.
    .title = How to apply

videos =
    Two short videos, with subtitles and a transcript, help candidates to prepare their application:

    - [five tips for a convincing application](https://media.example.org/en/videos/application-tips);
    - [submitting the form, step by step](https://media.example.org/en/videos/application-form).
    .title = Two videos to help you

more-information =
    The duties of the Organisation, life at its duty stations and the benefits of its staff (allowances, health insurance, pension scheme, leave) are described on the [careers pages](https://www.example.org/en/careers). The stages of a selection, from the first sifting of applications to the interview, are explained in the [guide for candidates](https://www.example.org/en/careers/guide-for-candidates.pdf).

    All candidates are informed of the outcome by e-mail. Given the number of applications received, this may take several weeks, and only the candidates who are invited to an assessment can be given feedback on their performance.
    .title = More information

appointment =
    An offer of appointment is final only when the following conditions have been met:

    - { $clearance ->
        [none] the national authorities of the candidate have raised no objection on security grounds;
       *[other] the national authorities of the candidate have granted or confirmed a { $clearance-label } security clearance;
    }
    - the medical adviser of the Organisation has approved the medical file that the candidate is asked to submit;
    - the diplomas, certificates and employment references mentioned in the application have been verified with the bodies that issued them;
    - the host country has given the accreditation and the residence documents that the duties require.

    These procedures may take several months. Candidates are advised not to resign from their present post before they have received written confirmation that all the conditions have been met.
    .title = Conditions of appointment

ai-tools =
    An application is expected to be the candidate's own work. Tools that generate text, images or speech by artificial intelligence may not be used to write the answers in the form, to prepare a written submission or to take part in a test or an interview. Where such use is established, the application is set aside at whatever stage of the procedure.

    Ordinary aids such as spell-checkers, and assistive technology needed because of a disability, are of course allowed.
    .title = Artificial intelligence

## Section “Additional information”

diversity =
    The Organisation wishes its staff to reflect the societies it serves. It welcomes applications from all eligible people whatever their gender, age, ethnic origin, religion or belief, sexual orientation, disability or family situation, and selects on merit alone. As women, young professionals and nationals of several participating countries are still too few among its staff, their applications are particularly encouraged.
    .title = Diversity and inclusion

accommodation =
    Candidates who, because of a disability or a state of health, need an adjustment at any stage of the selection (a different format, additional time, an accessible room, an interpreter) are invited to say so in the application form or to write to [accommodation@example.org](mailto:accommodation@example.org). The same applies to the workplace after appointment.

    Medical evidence may be requested in support of the adjustment. It is sent directly to the medical service, which treats it in confidence and tells the recruitment team only what arrangements are to be made.
    .title = Reasonable accommodation

integrity =
    Integrity, impartiality, loyalty, accountability and professionalism are the values to which every member of staff subscribes in a code of conduct. They are assessed in the selection like any other requirement. False or misleading statements in an application lead to its rejection and, after appointment, to the termination of the contract.
    .title = Values and integrity

enquiries =
    So that all candidates are treated alike, the recruitment team cannot answer questions about this notice, or about the progress of an application, by telephone or by e-mail. { $ongoing ->
        [yes] Technical difficulties alone may be reported, through the help form of the portal.
       *[no] Technical difficulties alone may be reported, through the help form of the portal, no later than one working day before the closing date.
    }
    .title = Enquiries

other-posts =
    Candidates who are not selected for { $openings ->
        [one] this post
       *[other] these posts
    } but whose merits are recognised may be offered another post of a similar nature, at the same grade or at a lower one, provided that they meet its requirements.
    .title = Offers for similar posts

travel =
    The duties may call for travel, for work outside normal office hours and, in exceptional circumstances, for service away from the duty station. Such periods are compensated under the rules in force.
    .title = Travel and working hours

work-life =
    { $schedule ->
        [part-time] The weekly hours of this part-time post are agreed with the line manager, within the opening hours of the service.
       *[other] Working hours are flexible around the core hours of the day.
    } Telework is possible, usually up to two days a week from a place within reach of the duty station, where the duties, and in particular the handling of classified information, permit it.
    .title = Flexible hours and telework

smoke-free =
    The buildings of the Organisation are smoke-free. This also applies to electronic cigarettes.
    .title = Smoke-free workplace

pay-scale =
    { $salary ->
        [none] The salary is fixed at the time of appointment, in accordance with the grade ({ $grade }) and the pay scale in force at the duty station.
       *[other] The salary shown at the head of this notice ({ $salary }) is the basic salary of grade { $grade } on the scale in force when the notice was published. It is exempt from national income tax and subject to the internal deductions for health insurance and pension.
    } Family and expatriation allowances may be added, depending on personal circumstances. The complete [pay scales](https://www.example.org/en/careers/pay-scales) are adjusted every year.
    .title = Pay scale

no-fees =
    The Organisation asks for no fee at any stage of a recruitment: not for an application, an interview, a training course, a medical examination or a visa. It never asks candidates for their bank details before an appointment. Any request for money made in its name is fraudulent and should be reported to [fraud-alert@example.org](mailto:fraud-alert@example.org).
    .title = No fees, ever
