//! From a word to what it says of the figures beside it: that a date is a deadline, an amount a salary, a number one of
//! staff.
//!
//! Words come in small letters. A cue alone proves nothing; those who ask want several, and none that speaks against.

use super::{TimeUnit, Tongue};

/// What a word says of the figures beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// A time limit is spoken of: *deadline*, *date limite*.
    Limit,
    /// The date behind it is the last: *before*, *until*, *avant*.
    Until,
    /// Applications are spoken of.
    Application,
    /// Something else than an application is spoken of that has a date: an interview, the answer, taking up duties.
    Step,
    /// What a post pays.
    Salary,
    /// Other money: allowances, budgets, fees.
    OtherMoney,
    /// A grade.
    Grade,
    /// The post.
    Post,
    /// To have posts to fill, or to cover them.
    Recruit,
    /// A clearance.
    Clearance,
    /// To be in charge of staff.
    Supervise,
    /// Staff.
    Staff,
    /// People outside the notice, such as other staff, or what candidates have done before.
    Others,
    /// One of the official languages.
    OfficialLanguage,
    /// Another language.
    OtherLanguage,
}

impl Tongue {
    /// What a word says of the figures beside it.
    #[must_use]
    pub fn cue(self, word: &str) -> Option<Cue> {
        match self {
            Self::English => english(word),
            Self::French => french(word),
        }
    }

    /// Whether a word points at what the text is about: *this*, *the*, *le présent*.
    #[must_use]
    pub fn points(self, word: &str) -> bool {
        match self {
            Self::English => matches!(word, "this" | "these" | "the"),
            Self::French => matches!(word, "ce" | "cet" | "cette" | "ces" | "le" | "la" | "les" | "du" | "présent"),
        }
    }

    /// Whether a word says that somebody reports to another: directly, or through others.
    #[must_use]
    pub fn is_subordinate(self, word: &str) -> bool {
        match self {
            Self::English => matches!(word, "report" | "reports" | "subordinate" | "subordinates"),
            Self::French => word.starts_with("subordonn"),
        }
    }

    /// What an adjective says a salary is paid by.
    #[must_use]
    pub fn rate(self, word: &str) -> Option<TimeUnit> {
        Some(match (self, word) {
            (Self::English, "annual" | "annually" | "yearly")
            | (Self::French, "annuel" | "annuelle" | "annuellement") => TimeUnit::Year,
            (Self::English, "monthly") | (Self::French, "mensuel" | "mensuelle" | "mensuellement") => TimeUnit::Month,
            (Self::English, "weekly") | (Self::French, "hebdomadaire") => TimeUnit::Week,
            (Self::English, "daily") | (Self::French, "journalier" | "journalière") => TimeUnit::Day,
            (Self::English, "hourly") | (Self::French, "horaire") => TimeUnit::Hour,
            _ => return self.time_unit(word),
        })
    }
}

fn english(word: &str) -> Option<Cue> {
    Some(match word {
        "deadline" | "closing" | "closes" => Cue::Limit,
        "by" | "before" | "until" | "later" | "latest" => Cue::Until,
        "application" | "applications" | "apply" => Cue::Application,
        "interview" | "interviews" | "interviewed" | "informed" | "notified" | "contacted" | "invited"
        | "shortlisted" | "test" | "tests" | "tested" | "assessment" | "assessments" | "essay" | "results"
        | "result" | "examined" | "considered" | "available" | "start" | "starting" | "duties" | "appointment"
        | "offer" | "original" | "former" | "previous" => Cue::Step,
        "salary" | "salaries" | "remuneration" | "pay" | "paid" => Cue::Salary,
        "allowance" | "allowances" | "supplement" | "bonus" | "budget" | "budgets" | "fee" | "fees" | "cost"
        | "costs" | "grant" | "contribution" | "worth" | "contracts" => Cue::OtherMoney,
        "grade" | "grades" => Cue::Grade,
        "post" | "posts" | "position" | "positions" | "vacancy" | "vacancies" | "opening" | "openings" => Cue::Post,
        "cover" | "covers" | "fill" | "recruit" | "recruits" | "recruiting" | "offers" | "concerns" => Cue::Recruit,
        "clearance" => Cue::Clearance,
        "supervises" | "supervise" | "manages" | "leads" | "heads" => Cue::Supervise,
        "staff" | "people" | "persons" | "employees" | "officers" | "members" | "colleagues" | "assistants" => {
            Cue::Staff
        }
        "least" | "minimum" | "experience" | "serving" | "equivalent" | "promotion" | "deputy" | "hold" | "holders"
        | "supervised" | "supervising" | "team" | "teams" | "about" | "some" => Cue::Others,
        "english" | "french" | "official" => Cue::OfficialLanguage,
        "dutch" | "german" | "spanish" | "italian" | "russian" | "arabic" | "portuguese" | "turkish" | "polish"
        | "third" | "another" => Cue::OtherLanguage,
        _ => return None,
    })
}

fn french(word: &str) -> Option<Cue> {
    Some(match word {
        "limite" | "clôture" | "échéance" => Cue::Limit,
        "avant" | "jusqu" | "tard" => Cue::Until,
        "candidature" | "candidatures" | "postuler" => Cue::Application,
        "entretien" | "entretiens" | "informé" | "informés" | "informées" | "avisé" | "avisés" | "avisées"
        | "contacté" | "contactés" | "contactées" | "convoqué" | "convoqués" | "convoquées" | "invité" | "invités"
        | "invitées" | "épreuve" | "épreuves" | "test" | "tests" | "essai" | "résultat" | "résultats" | "examinées"
        | "examinés" | "disponible" | "disponibles" | "fonctions" | "engagement" | "offre" | "initiale" | "initial"
        | "ancienne" | "précédente" => Cue::Step,
        "salaire" | "salaires" | "traitement" | "rémunération" | "rémunéré" | "rémunérée" => Cue::Salary,
        "indemnité" | "indemnités" | "allocation" | "allocations" | "prime" | "primes" | "budget" | "budgets"
        | "frais" | "coût" | "coûts" | "supplément" | "cotisation" | "marchés" | "contrats" => Cue::OtherMoney,
        "grade" | "grades" => Cue::Grade,
        "poste" | "postes" | "emploi" | "emplois" => Cue::Post,
        "porte" | "portent" | "recrute" | "pourvoir" | "concerne" | "propose" => Cue::Recruit,
        "habilitation" => Cue::Clearance,
        "encadre" | "supervise" | "dirige" | "gère" => Cue::Supervise,
        "personnes" | "agents" | "collaborateurs" | "collaboratrices" | "membres" | "fonctionnaires" | "assistants" => {
            Cue::Staff
        }
        "moins" | "minimum" | "expérience" | "équivalent" | "promotion" | "adjoint" | "titulaires" | "encadré"
        | "avoir" | "équipe" | "équipes" | "environ" | "agent" | "possèdent" | "possédant" => Cue::Others,
        "anglais" | "français" | "officielle" | "officielles" => Cue::OfficialLanguage,
        "néerlandais" | "allemand" | "espagnol" | "italien" | "russe" | "arabe" | "portugais" | "turc" | "polonais"
        | "troisième" | "autre" => Cue::OtherLanguage,
        _ => return None,
    })
}
