// A site and a number into that many open notices in both languages, no two alike: a large organisation's home page.
//
// Titles and summaries are put together from parallel words, and the rest of a notice is that of a sample notice.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Who is sought, and what this person does. */
const POSTS = [
  ['Analyst', 'Analyste', 'Gathers figures and opinions and draws conclusions from them', 'Recueille des chiffres et des avis et en tire des conclusions'],
  ['Legal Adviser', 'Juriste', 'Drafts contracts and answers questions of law', 'Rédige des contrats et répond aux questions de droit'],
  ['Head of Section', 'Chef de section', 'Leads a small team and answers for its results', 'Dirige une petite équipe et répond de ses résultats'],
  ['Secretary', 'Secrétaire', 'Keeps the diary, receives visitors and files the correspondence', 'Tient l’agenda, accueille les visiteurs et classe la correspondance'],
  ['Project Officer', 'Responsable de projet', 'Plans works, follows them and keeps everyone informed', 'Planifie des travaux, les suit et tient tout le monde informé'],
  ['Accountant', 'Comptable', 'Checks invoices, keeps the books and prepares the annual accounts', 'Vérifie les factures, tient les livres et prépare les comptes annuels'],
  ['Database Specialist', 'Spécialiste des bases de données', 'Designs registers and looks after their quality', 'Conçoit des registres et veille à leur qualité'],
  ['Librarian', 'Bibliothécaire', 'Buys, describes and lends books, and helps readers to find them', 'Achète, décrit et prête des livres, et aide le public à les trouver'],
  ['Policy Officer', 'Spécialiste des politiques', 'Prepares decisions and explains them to the committees', 'Prépare des décisions et les explique aux comités'],
  ['Technician', 'Technicien(ne)', 'Installs equipment, maintains it and repairs it', 'Installe du matériel, l’entretient et le répare'],
  ['Instructor', 'Formatrice/formateur', 'Designs courses, gives them and measures what they bring', 'Conçoit des cours, les donne et mesure ce qu’ils apportent'],
  ['Auditor', 'Auditrice/auditeur', 'Examines procedures and recommends improvements', 'Examine des procédures et recommande des améliorations'],
  ['Architect', 'Architecte', 'Draws up plans and sees that they are followed', 'Établit des plans et veille à leur respect'],
  ['Nurse', 'Infirmière/infirmier', 'Gives first aid and takes preventive action', 'Donne les premiers soins et mène des actions de prévention'],
  ['Editor', 'Réviseur(e)', 'Rereads texts and prepares them for publication', 'Relit des textes et les prépare pour la publication'],
  ['Programme Manager', 'Gestionnaire de programme', 'Sets priorities, distributes the budget and reports on progress', 'Fixe les priorités, répartit le budget et rend compte des progrès'],
  ['Statistician', 'Statisticien(ne)', 'Builds surveys and publishes what they show', 'Élabore des enquêtes et publie ce qu’elles montrent'],
  ['Storekeeper', 'Magasinière/magasinier', 'Receives goods, stores them and sends them out', 'Reçoit des marchandises, les entrepose et les expédie'],
  ['Security Officer', 'Responsable de la sécurité', 'Assesses risks and makes sure that the rules are known', 'Évalue les risques et veille à ce que les règles soient connues'],
  ['Web Developer', 'Développeuse/développeur web', 'Writes programs, tests them and keeps them running', 'Écrit des programmes, les teste et les maintient en service'],
];

/** Where in the organisation. */
const FIELDS = [
  ['Air Traffic', 'Circulation aérienne', 'for the civil and military use of airspace', 'pour l’usage civil et militaire de l’espace aérien'],
  ['Buildings', 'Bâtiments', 'for offices that stay in use throughout the works', 'pour des bureaux qui restent occupés pendant les travaux'],
  ['Budget', 'Budget', 'for the committee that adopts the yearly budget', 'pour le comité qui adopte le budget annuel'],
  ['Climate', 'Climat', 'for the adaptation of sites to a warmer climate', 'pour l’adaptation des sites à un climat plus chaud'],
  ['Conferences', 'Conférences', 'for meetings of several hundred delegates', 'pour des réunions de plusieurs centaines de délégués'],
  ['Cyber Security', 'Cybersécurité', 'for networks that are watched around the clock', 'pour des réseaux surveillés jour et nuit'],
  ['Human Resources', 'Ressources humaines', 'for staff of thirty nationalities', 'pour un personnel de trente nationalités'],
  ['Procurement', 'Achats', 'for contracts that bind several countries', 'pour des contrats qui lient plusieurs pays'],
  ['Science', 'Sciences', 'for research that universities carry out together', 'pour des recherches que des universités mènent ensemble'],
  ['Transport', 'Transports', 'for journeys by road, by rail and by sea', 'pour des trajets par la route, par le rail et par la mer'],
];

const ORGANISATIONS = ['nato-is', 'nato-is', 'jla'];
const LOCATIONS = ['brussels', 'mons', 'luxembourg', 'the-hague'];
const CLEARANCES = ['NR', 'NC', 'NS', 'CTS'];
const CONTRACTS = ['standard', 'rotation', 'temporary'];

/** Writes `count` notices into the site in `folder`; all are open in the first half of June 2025. */
export async function addNotices(folder, count) {
  const sample = path.join(folder, 'content/vacancies/2025/250301');
  const [english, french] = await Promise.all(['en', 'fr'].map(async (language) => body(await readFile(`${sample}.${language}.md`, 'utf8'))));
  const target = path.join(folder, 'content/vacancies/many');
  await mkdir(target);
  const written = Array.from({ length: count }, (_, index) => {
    const [title, titre, work, travail] = POSTS[index % POSTS.length];
    const [field, domaine, aim, but] = FIELDS[Math.floor(index / POSTS.length) % FIELDS.length];
    const editions = {
      en: `---\ntitle: ${title}, ${field}\nsummary: ${work}, ${aim}.\n${facts(index)}---\n${english(`${work}, ${aim}.`)}`,
      fr: `---\ntitle: ${titre}, ${domaine}\nsummary: ${travail}, ${but}.\n---\n${french(`${travail}, ${but}.`)}`,
    };
    return Object.entries(editions).map(([language, text]) => writeFile(path.join(target, `${257000 + index}.${language}.md`), text));
  });
  await Promise.all(written.flat());
}

/** An edition into what makes its body, with other words in its first section. */
function body(edition) {
  const text = edition.slice(edition.indexOf('\n---\n', 4) + 5);
  const opening = text.match(/^\s*## .+\n\n/)[0];
  const rest = text.slice(text.indexOf('\n## ', opening.length));
  return (words) => `${opening}${words}\n${rest}`;
}

function facts(index) {
  const pick = (list, step) => list[(index * step) % list.length];
  const day = String(1 + ((index * 11) % 28)).padStart(2, '0');
  const grade = 5 + ((index * 7) % 17);
  return [
    `published: 2025-05-${day}`,
    index % 23 === 0 ? 'deadline: ongoing' : `deadline: 2025-0${7 + (index % 3)}-${day}`,
    `organisation: ${pick(ORGANISATIONS, 1)}`,
    `location: ${pick(LOCATIONS, 3)}`,
    `schedule: ${index % 9 === 0 ? 'part-time' : 'full-time'}`,
    `grade: G${grade}`,
    `clearance: ${pick(CLEARANCES, 5)}`,
    `salary: { amount: ${(2100 + grade * 331.35).toFixed(2)}, currency: EUR, per: month }`,
    `contract: ${pick(CONTRACTS, 7)}`,
    'languages: { one: V, other: III }',
    '',
  ].join('\n');
}
