#!/usr/bin/env python3
"""From a number to a diptych site of that many notices, for measuring.

    generate.py FOLDER NOTICES [--seed SEED] [--sample REPOSITORY]

The site has the settings, strings, theme and ordinary pages of the repository's sample, and notices put together from
the stock of sentences below, about 9 KB of Markdown in each language. The same seed gives the same bytes, and notice
number i is the same in a site of any size. States are spread as in an organisation that has published for ten years,
seen from 2026-06-01T09:00:00+02:00 (`--now` of the builds): 2 % open, 1 % closing soon, 0.5 % scheduled, 0.5 % drafts,
2 % cancelled, 2 % filled, the rest closed.

Prints what it wrote as JSON: "pages" is the number of notice pages that a build must publish.
It uses nothing beyond Python's standard library.
"""

import argparse
import datetime
import json
import pathlib
import random
import shutil

NOW = "2026-06-01T09:00:00+02:00"
TODAY = datetime.date(2026, 6, 1)
LANGUAGES = ("en", "fr")

# Words that sentences take at random, in both languages; the same draw goes into both editions.
SLOTS = {
    "unit": [
        ("the Division", "la division"),
        ("the Section", "la section"),
        ("the Directorate", "la direction"),
        ("the Office", "l'office"),
        ("the Branch", "la branche"),
        ("the Centre", "la cellule"),
    ],
    "with": [
        ("the delegations of the member countries", "les délégations des pays membres"),
        ("the services of the host country", "les services du pays hôte"),
        ("the other agencies of the Organisation", "les autres agences de l'Organisation"),
        ("the finance and legal services", "les services financiers et juridiques"),
        ("the committees and their chairs", "les comités et leurs présidences"),
        ("contractors and suppliers", "les prestataires et les fournisseurs"),
        ("universities and research institutes", "les universités et les instituts de recherche"),
    ],
    "thing": [
        ("plans and forecasts", "plans et prévisions"),
        ("reports and briefing notes", "rapports et notes d'information"),
        ("instructions and procedures", "instructions et procédures"),
        ("budgets and calls for tender", "budgets et appels d'offres"),
        ("agreements and arrangements", "accords et arrangements"),
        ("studies and recommendations", "études et recommandations"),
        ("training courses and exercises", "formations et exercices"),
    ],
    "time": [
        ("every week", "chaque semaine"),
        ("every month", "chaque mois"),
        ("twice a year", "deux fois par an"),
        ("before each meeting of the committee", "avant chaque réunion du comité"),
        ("at the end of each quarter", "à la fin de chaque trimestre"),
        ("whenever the situation requires it", "chaque fois que la situation l'exige"),
    ],
    "field": [
        ("public administration", "administration publique"),
        ("international relations", "relations internationales"),
        ("civil engineering", "génie civil"),
        ("information technology", "technologies de l'information"),
        ("logistics and supply", "logistique et approvisionnement"),
        ("finance and accounting", "finances et comptabilité"),
        ("communication and media", "communication et médias"),
        ("law and procurement", "droit et marchés publics"),
    ],
    "years": [
        ("two years'", "deux ans"),
        ("three years'", "trois ans"),
        ("five years'", "cinq ans"),
        ("seven years'", "sept ans"),
        ("ten years'", "dix ans"),
    ],
    "aim": [
        ("so that decisions rest on facts", "afin que les décisions reposent sur des faits"),
        ("so that nothing depends on one person alone", "afin que rien ne dépende d'une seule personne"),
        ("within the time and the means that were agreed", "dans les délais et avec les moyens convenus"),
        ("in both official languages", "dans les deux langues officielles"),
        ("with due regard for security and the environment", "dans le respect de la sécurité et de l'environnement"),
        ("and draws the lessons in a short note", "et en tire les enseignements dans une courte note"),
    ],
}

TITLES = [
    ("Head, {}", "Chef, {}"),
    ("Senior Officer, {}", "Administratrice principale/administrateur principal, {}"),
    ("Officer, {}", "Administratrice/administrateur, {}"),
    ("Project Manager, {}", "Responsable de projet, {}"),
    ("Analyst, {}", "Analyste, {}"),
    ("Technician, {}", "Technicien(ne), {}"),
    ("Assistant, {}", "Assistant(e), {}"),
    ("Deputy Director, {}", "Directrice adjointe/directeur adjoint, {}"),
]

TEAMS = [
    ("Infrastructure and Works", "Infrastructure et travaux"),
    ("Budget and Planning", "Budget et planification"),
    ("Human Resources", "Ressources humaines"),
    ("Conference Service", "Service des conférences"),
    ("Information Systems", "Systèmes d'information"),
    ("Fuel and Transport", "Carburants et transports"),
    ("Political Affairs", "Affaires politiques"),
    ("Public Diplomacy", "Diplomatie publique"),
    ("Medical Service", "Service médical"),
    ("Translation and Terminology", "Traduction et terminologie"),
    ("Archives and Records", "Archives et documents"),
    ("Security and Safety", "Sécurité et sûreté"),
    ("Science and Environment", "Sciences et environnement"),
]

PROSE = [
    (
        "{unit} prepares the {thing} on which the member countries decide, and follows up what was decided together with {with}.",
        "Avec {with}, {unit} prépare les documents (notamment les {thing}) sur lesquels les pays membres se prononcent, puis assure le suivi des décisions.",
    ),
    (
        "The incumbent draws up {thing} {time}, {aim}.",
        "La personne titulaire établit des {thing} {time}, {aim}.",
    ),
    (
        "They check the quality of what is delivered, measure it against the objectives and propose improvements *backed by figures*.",
        "Elle contrôle la qualité de ce qui est livré, la mesure à l'aune des objectifs et propose des améliorations *chiffres à l'appui*.",
    ),
    (
        "The workload rises sharply at the end of the year, when several hundred files have to be closed within a few days without the daily service suffering.",
        "La charge de travail augmente fortement à la fin de l'année : plusieurs centaines de dossiers doivent alors être clos en quelques jours, sans que le service quotidien en pâtisse.",
    ),
    (
        "Keeps regular contact with {with}, answers their questions and foresees the difficulties that they may meet.",
        "Entretient des contacts réguliers avec {with}, répond à leurs questions et prévoit les difficultés qu'elles ou ils pourraient rencontrer.",
    ),
    (
        "Sets objectives, trains newcomers and makes sure that all members of the team apply the rules in the same way.",
        "Fixe les objectifs, forme les nouvelles et nouveaux venus et veille à ce que tous les membres de l'équipe appliquent les règles de la même manière.",
    ),
    (
        "Checks that each file is complete, duly authorised and supported by the documents that the rules require; refers doubtful cases to the committee.",
        "Vérifie que chaque dossier est complet, dûment autorisé et accompagné des pièces que les règles exigent ; renvoie les cas douteux au comité.",
    ),
    (
        "Reviews the {thing} {time} and reports on them to the management, {aim}.",
        "Revoit les {thing} {time} et en rend compte à la hiérarchie, {aim}.",
    ),
    (
        "Represents {unit} in meetings with {with}, and explains there what is possible, what is not, and why.",
        "Représente {unit} dans les réunions avec {with}, et y explique ce qui est possible, ce qui ne l'est pas, et pourquoi.",
    ),
    (
        "Follows technical and legal developments, tests what seems promising and recommends what suits the Organisation.",
        "Suit l'évolution des techniques et du droit, met à l'essai ce qui paraît prometteur et recommande ce qui convient à l'Organisation.",
    ),
    (
        "Manages a budget of about 2 500 000 EUR, commits expenditure according to the rules and accounts for it {time}.",
        "Gère un budget d'environ 2 500 000 EUR, engage les dépenses conformément aux règles et en rend compte {time}.",
    ),
    (
        "Acts as the first point of contact for *urgent* questions, settles what can be settled at once and sees to it that the rest finds its way to the competent service.",
        "Sert de premier point de contact pour les questions *urgentes*, règle ce qui peut l'être sur-le-champ et veille à ce que le reste parvienne au service compétent.",
    ),
    (
        "Plans the leave and the duty roster, foresees peaks of activity and asks for reinforcement in good time.",
        "Établit le plan des congés et le tableau de service, prévoit les pics d'activité et demande des renforts en temps utile.",
    ),
    (
        "Gives regular feedback, conducts the annual appraisal interviews and deals with tensions at an early stage.",
        "Donne régulièrement son avis sur le travail accompli, mène les entretiens annuels d'évaluation et traite les tensions à un stade précoce.",
    ),
    (
        "The position calls for “steady nerves and a light hand”, as a former head of {unit} used to say.",
        "Le poste demande « des nerfs solides et une main légère », comme le disait un(e) ancien(ne) responsable de {unit}.",
    ),
    (
        "Whether in an office, on a building site or on a mission, the incumbent explains complicated matters in simple words and keeps a record of what was agreed.",
        "Que ce soit au bureau, sur un chantier ou en mission, la personne titulaire explique des sujets complexes en termes simples et consigne ce qui a été convenu.",
    ),
    (
        "Where the rules leave room, they weigh the interests at stake, consult {with} and decide; where they do not, they say so clearly.",
        "Lorsque les règles laissent une marge, elle pèse les intérêts en présence, consulte {with} et tranche ; sinon, elle le dit clairement.",
    ),
    (
        "Contributes to the work of the other sections during absences and in times of crisis, evenings and weekends included.",
        "Contribue au travail des autres sections pendant les absences et en temps de crise, y compris le soir et le week-end.",
    ),
]

MUST = [
    (
        "hold a university degree in {field}, or an equivalent qualification in a related field;",
        "être titulaire d'un diplôme universitaire en {field}, ou d'une qualification équivalente dans un domaine apparenté ;",
    ),
    (
        "have at least {years} experience in {field}, part of it in an international environment;",
        "avoir travaillé pendant au moins {years} en {field}, dont une partie dans un environnement international ;",
    ),
    (
        "have at least {years} experience of supervising a team that works with {with};",
        "avoir encadré pendant au moins {years} une équipe travaillant avec {with} ;",
    ),
    (
        "have a practical command of the usual office software, and of at least one system for the management of documents;",
        "avoir une maîtrise pratique des logiciels de bureautique courants et d'au moins un système de gestion des documents ;",
    ),
    (
        "be able to draw up {thing} that are clear, complete and ready in time;",
        "savoir établir des {thing} clairs, complets et prêts à temps ;",
    ),
    (
        "know the principles of the protection of personal data, and be able to apply them;",
        "connaître les principes de la protection des données à caractère personnel et savoir les appliquer ;",
    ),
    (
        "have shown tact and firmness in dealing with people of every rank and nationality;",
        "avoir fait preuve de tact et de fermeté dans ses relations avec des interlocuteurs de tous rangs et de toutes nationalités ;",
    ),
    (
        "be prepared to travel for short periods and to work outside office hours when needed;",
        "être disposé(e) à effectuer de brèves missions et à travailler, au besoin, en dehors des heures de bureau ;",
    ),
]

ASSET = [
    ("experience of work with {with};", "une expérience du travail avec {with} ;"),
    (
        "training in {field}, recognised by a certificate;",
        "une formation en {field}, attestée par un certificat ;",
    ),
    ("practice in drawing up {thing};", "la pratique de l'élaboration des documents suivants : {thing} ;"),
    (
        "knowledge of the structure and the procedures of an international organisation;",
        "la connaissance de la structure et des procédures d'une organisation internationale ;",
    ),
    (
        "some knowledge of the language of the host country, for contacts with the local authorities.",
        "quelques notions de la langue du pays hôte, pour les contacts avec les autorités locales.",
    ),
]

DUTIES = [
    ("Planning", "Planification"),
    ("Management of the team", "Gestion de l'équipe"),
    ("Advice and expertise", "Conseil et expertise"),
    ("Financial management", "Gestion financière"),
    ("Representation", "Représentation"),
    ("Development of knowledge", "Développement des connaissances"),
    ("Project management", "Gestion de projet"),
    ("Relations with stakeholders", "Relations avec les parties prenantes"),
    ("Quality of service", "Qualité du service"),
]

LIAISONS = [
    (
        "The incumbent reports to the head of {unit} and works every day with {with}.",
        "La personne titulaire relève de la ou du responsable de {unit} et travaille chaque jour avec {with}.",
    ),
    (
        "They are in regular contact with {with}, and take part in the network of their counterparts in other organisations.",
        "Elle est en contact régulier avec {with}, et participe au réseau de ses homologues dans d'autres organisations.",
    ),
]

COMPETENCIES = [
    (
        "**Achievement**: sets demanding standards for the service and measures whether they are met.",
        "**Recherche de l'excellence** : fixe des normes exigeantes et vérifie qu'elles sont respectées.",
    ),
    (
        "**Clarity and accuracy**: checks the work and keeps clear records.",
        "**Clarté et précision** : contrôle le travail et en garde une trace nette.",
    ),
    (
        "**Customer service orientation**: looks for the need behind the request and takes responsibility for solving the problem.",
        "**Souci du service au client** : cherche le besoin derrière la demande et prend sur soi de résoudre le problème.",
    ),
    ("**Empathy**: listens, and notices what is left unsaid.", "**Empathie** : écoute, et perçoit ce qui n'est pas dit."),
    (
        "**Flexibility**: adapts working methods to a situation that changes within the day.",
        "**Souplesse** : adapte ses méthodes à une situation qui change au cours de la journée.",
    ),
    (
        "**Initiative**: acts before a difficulty becomes an emergency.",
        "**Initiative** : agit avant qu'une difficulté ne devienne une urgence.",
    ),
    (
        "**Self-control**: stays calm and courteous under pressure.",
        "**Maîtrise de soi** : garde son calme et sa courtoisie sous la pression.",
    ),
    (
        "**Teamwork**: values the ideas of others and shares what they know.",
        "**Travail en équipe** : accorde de la valeur aux idées des autres et partage ce qu'elle sait.",
    ),
]

SECTIONS = {
    "summary": ("Summary", "Résumé"),
    "qualifications": ("Qualifications and experience", "Qualifications et expérience"),
    "essential": ("Essential qualifications", "Acquis essentiels"),
    "desirable": ("Desirable qualifications", "Acquis souhaitables"),
    "accountabilities": ("Main accountabilities", "Responsabilités principales"),
    "interrelationships": ("Interrelationships", "Structure et liaisons"),
    "competencies": ("Competencies", "Compétences"),
}


class Writer:
    """The two editions of a notice while they are written: each piece goes into both."""

    def __init__(self, draw):
        self.draw = draw
        self.texts = ([], [])

    def filled(self, pair):
        """A pair of sentences with the same words drawn for the slots of both."""
        drawn = {slot: self.draw.choice(words) for slot, words in SLOTS.items()}
        sides = []
        for side, sentence in enumerate(pair):
            text = sentence.format(**{slot: words[side] for slot, words in drawn.items()})
            sides.append(text[0].upper() + text[1:] if sentence.startswith("{") else text)
        return sides

    def block(self, english, french):
        self.texts[0].append(english)
        self.texts[1].append(french)

    def heading(self, level, pair):
        self.block(*(f"{'#' * level} {text}" for text in pair))

    def paragraph(self, sentences):
        filled = [self.filled(pair) for pair in sentences]
        self.block(*(" ".join(sides[side] for sides in filled) for side in (0, 1)))

    def items(self, pairs):
        filled = [self.filled(pair) for pair in pairs]
        self.block(*("\n".join(f"- {sides[side]}" for sides in filled) for side in (0, 1)))

    def both(self, text):
        self.block(text, text)


def body(draw, reference, has_attachment):
    """The words of both editions, about 9 KB each."""
    writer = Writer(draw)
    writer.heading(2, SECTIONS["summary"])
    for _ in range(2):
        writer.paragraph(draw.sample(PROSE, 5))
    writer.block(
        "This notice covers {{ openings }} at grade {{ grade }}, which requires a {{ clearance }} clearance."
        " Applications are accepted: {{ deadline }}.",
        "Le présent avis porte sur {{ openings }} de grade {{ grade }}, pour lequel une habilitation {{ clearance }} est"
        " exigée. Date limite : {{ deadline }}.",
    )
    if has_attachment:
        writer.block(
            f"The [job description]({reference}/job-description-en.pdf) sets out the full range of the duties.",
            f"La [description de poste]({reference}/job-description-fr.pdf) expose l'ensemble des attributions.",
        )
    if draw.random() < 0.2:
        writer.block(
            "| Day | Hours | Main activity |\n|---|---|---|\n| Monday | 8:30–12:30 | Meetings |\n| Thursday | 8:30–17:30 | Files |",
            "| Jour | Horaire | Activité principale |\n|---|---|---|\n| Lundi | 8:30–12:30 | Réunions |\n| Jeudi | 8:30–17:30 | Dossiers |",
        )
    writer.heading(2, SECTIONS["qualifications"])
    writer.heading(3, SECTIONS["essential"])
    writer.both("{{ qualifications-must }}")
    writer.items(draw.sample(MUST, 7))
    for text in writer.texts:
        text[-1] += "\n- {{ languages }}."
    writer.heading(3, SECTIONS["desirable"])
    writer.both("{{ qualifications-asset }}")
    writer.items(draw.sample(ASSET[:-1], 4) + ASSET[-1:])
    writer.heading(2, SECTIONS["accountabilities"])
    for duty in draw.sample(DUTIES, 7):
        writer.heading(3, duty)
        writer.paragraph(draw.sample(PROSE, draw.choice([4, 4, 5])))
    writer.heading(2, SECTIONS["interrelationships"])
    writer.paragraph(LIAISONS)
    writer.block(
        "Staff supervised: {{ direct-reports }}, {{ indirect-reports }}.",
        "Encadrement : {{ direct-reports }}, {{ indirect-reports }}.",
    )
    writer.heading(2, SECTIONS["competencies"])
    writer.items(draw.sample(COMPETENCIES, 7))
    return tuple("\n\n".join(text) + "\n" for text in writer.texts)


def life(draw, number):
    """The state that a notice shall have, and the facts that give it."""
    days = lambda count: datetime.timedelta(days=count)
    place = number % 100
    if place == 3:
        if number // 100 % 2:
            return "draft", {"draft": "true", "published": TODAY, "deadline": TODAY + days(40)}
        return "scheduled", {"published": TODAY + days(draw.randint(2, 20)), "deadline": TODAY + days(60)}
    if place in (0, 1):
        deadline = "ongoing" if draw.random() < 0.1 else TODAY + days(draw.randint(9, 45))
        return "open", {"published": TODAY - days(draw.randint(1, 20)), "deadline": deadline}
    if place == 2:
        published = TODAY - days(draw.randint(15, 30))
        return "closing-soon", {"published": published, "deadline": TODAY + days(draw.randint(1, 5))}
    deadline = TODAY - days(draw.randint(8, 3650))
    facts = {"published": deadline - days(draw.randint(21, 42)), "deadline": deadline}
    if place in (4, 5):
        return "cancelled", facts | {"cancelled": deadline + days(draw.randint(1, 6))}
    if place in (6, 7):
        return "filled", facts | {"filled": deadline + days(draw.randint(1, 6))}
    if place == 8:
        facts["extended"] = f"{{ from: {deadline - days(7)}, on: {deadline - days(9)} }}"
    return "closed", facts


def front_matters(draw, facts):
    """The front matter of both editions: the facts stand in the English one."""
    title, team = draw.choice(TITLES), draw.choice(TEAMS)
    titles = tuple(form.format(name) for form, name in zip(title, team))
    summaries = (
        f"Prepares and follows up the work of the {team[0]} team, and answers for its quality and its timeliness.",
        f"Prépare et suit les travaux de l'équipe {team[1]}, et répond de leur qualité et du respect des délais.",
    )
    organisation, location = draw.choice([("nato-is", "brussels")] * 3 + [("nato-is", "mons"), ("jla", "luxembourg"), ("jla", "the-hague")])
    lowest = draw.randint(5, 21)
    grade = f"G{lowest}-G{lowest + 2}" if draw.random() < 0.1 else f"G{lowest}"
    pay = 2800 + 420 * lowest + draw.randint(0, 99) / 100
    salary = f"{{ amount: {pay:.2f}, currency: EUR, per: month }}"
    if draw.random() < 0.1:
        salary = f"{{ from: {pay:.2f}, to: {pay + 850:.2f}, currency: EUR, per: month }}"
    number = f"{draw.choice(['PASP', 'EXLT', 'RMSP', 'LEGP'])}{draw.randint(1, 9999):04}"
    neutral = [f"{key}: {value}" for key, value in facts.items()] + [
        f"organisation: {organisation}",
        f"location: {location}",
        f"schedule: {draw.choice(['full-time'] * 5 + ['part-time'])}",
        f"grade: {grade}",
        f"clearance: {draw.choice(['NR', 'NC', 'NS', 'NS', 'CTS'])}",
        f"salary: {salary}",
        f"contract: {draw.choice(['standard', 'standard', 'rotation', 'temporary'])}",
        f"languages: {{ one: V, other: {draw.choice(['II', 'III', 'IV'])} }}",
        "posts:",
        f"  - {{ number: {number}, openings: {draw.choice([1, 1, 1, 2])}, direct-reports: {draw.randint(0, 9)},"
        f" indirect-reports: {draw.randint(0, 12)} }}",
    ]
    own = [[f"title: {title}", f"summary: {summary}"] for title, summary in zip(titles, summaries)]
    return tuple("\n".join(["---", *lines, "---", "", ""]) for lines in (own[0] + neutral, own[1]))


def write(folder, notices, seed, sample):
    """Writes the site and returns what is in it."""
    if folder.exists() and any(folder.iterdir()):
        raise SystemExit(f"{folder} is not empty")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(sample / "site.yaml", folder)
    for name in ("assets", "i18n", "themes", "content/pages"):
        shutil.copytree(sample / name, folder / name)
    attachments = sample / "content/vacancies/2025/250875"
    states, size, first = {}, 0, None
    for number in range(notices):
        draw = random.Random(f"{seed}/{number}")
        state, facts = life(draw, number)
        year = facts["published"].year
        reference = f"{year % 100:02}{number:05}"
        place = folder / "content/vacancies" / str(year)
        place.mkdir(parents=True, exist_ok=True)
        has_attachment = number % 20 == 0
        if has_attachment:
            (place / reference).mkdir()
            for language in LANGUAGES:
                shutil.copy(attachments / f"pasp0016-{language}.pdf", place / reference / f"job-description-{language}.pdf")
        editions = zip(LANGUAGES, front_matters(draw, facts), body(draw, reference, has_attachment))
        for language, front_matter, words in editions:
            path = place / f"{reference}.{language}.md"
            path.write_text(front_matter + words, encoding="utf-8")
            size += path.stat().st_size
            if state == "closed" and first is None:
                first = str(path.relative_to(folder))
        states[state] = states.get(state, 0) + 1
    hidden = states.get("draft", 0) + states.get("scheduled", 0)
    return {
        "now": NOW,
        "notices": notices,
        "pages": 2 * (notices - hidden),
        "bytes_per_edition": round(size / max(2 * notices, 1)),
        "a_closed_edition": first,
        "states": states,
    }


def main():
    parser = argparse.ArgumentParser(description="Writes a diptych site of any number of notices, for measuring.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("notices", type=int)
    parser.add_argument("--seed", default="diptych")
    parser.add_argument("--sample", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    arguments = parser.parse_args()
    print(json.dumps(write(arguments.folder, arguments.notices, arguments.seed, arguments.sample)))


if __name__ == "__main__":
    main()
