// What can be done with a notice beside reading it: send, copy, share and print it; and the corrections that it shows.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { Published } from './published.js';
import { NOTICE, faults } from './watched.js';

const CORRECTIONS = {
  en: ['There is one counter, not two.', 'The post has four direct reports, not five.'],
  fr: ["Il y a un guichet et non deux.", "Quatre personnes, et non cinq, sont directement subordonnées au poste."],
};
const corrected = (language) => (text) => {
  const [older, newer] = CORRECTIONS[language];
  return text.replace('---\n', `---\ncorrections:\n  - { on: 2025-04-15, text: "${older}" }\n  - { on: 2025-04-22T10:00, text: "${newer}" }\n`);
};
const EDITS = { [NOTICE.files.en]: corrected('en'), [NOTICE.files.fr]: corrected('fr') };

let site;
before(async () => (site = await Published.start('2025-05-01T09:00:00+02:00', EDITS)));
afterEach(async () => assert.deepEqual(await site.tidy(), []));
after(() => site.stop());

const tools = (page) => page.locator('.tools > li').allInnerTexts();
const WORDS = {
  en: { calendar: 'Add the deadline to your calendar (.ics)', mail: 'Send by e-mail', copy: 'Copy the link', copied: 'The link has been copied.', failed: 'The browser does not allow the link to be copied.', share: 'Share', print: 'Print' },
  fr: { calendar: 'Ajouter la date limite à votre agenda (.ics)', mail: 'Envoyer par courriel', copy: 'Copier le lien', copied: 'Le lien a été copié.', failed: 'Le navigateur ne permet pas de copier le lien.', share: 'Partager', print: 'Imprimer' },
};

for (const language of ['en', 'fr']) {
  const words = WORDS[language];
  const address = `https://careers.example.org${NOTICE[language]}`;

  test(`without a script there are a link to send the notice and one to keep its deadline, ${language}`, async () => {
    const page = await site.open(NOTICE[language], { javaScriptEnabled: false });
    assert.deepEqual(await tools(page), [words.calendar, words.mail]);
    const mail = new URL(await page.getByRole('link', { name: words.mail }).getAttribute('href'));
    assert.deepEqual([mail.protocol, mail.pathname], ['mailto:', '']);
    const title = { en: 'Chief, Pass Office (250655)', fr: 'Chef du Bureau des laissez-passer (250655)' }[language];
    const deadline = { en: 'Deadline for applications: 7 May 2025, 23:59 (Brussels time)', fr: 'Date limite de dépôt des candidatures\u00a0: 7\u00a0mai 2025 à 23\u00a0h\u00a059 (heure de Bruxelles)' }[language];
    assert.deepEqual([...mail.searchParams.keys()], ['subject', 'body']);
    assert.equal(mail.searchParams.get('subject'), title);
    assert.deepEqual(mail.searchParams.get('body').split('\r\n'), [title, deadline, address]);
  });

  test(`what this browser can do is offered in one list, and reached by keyboard, ${language}`, async () => {
    const page = await site.open(NOTICE[language]);
    assert.deepEqual(await tools(page), [words.calendar, words.mail, words.copy, words.print]);
    await page.locator('.to-calendar a').focus();
    for (const name of [words.mail, words.copy, words.print]) {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.innerText), name);
    }
    const heights = await page.locator('.tools :is(a, button)').evaluateAll((targets) => targets.map((target) => target.getBoundingClientRect().height));
    assert.ok(heights.every((height) => height >= 24), String(heights));
    assert.deepEqual(await faults(page), []);
  });

  test(`the address that stands for the page is copied, and that is said, ${language}`, async () => {
    const page = await site.open(`${NOTICE[language]}#summary`, { permissions: ['clipboard-read', 'clipboard-write'] });
    const said = page.locator('.tools-said[role="status"]');
    for (const _ of [1, 2]) {
      await page.getByRole('button', { name: words.copy }).click();
      await said.getByText(words.copied, { exact: true }).waitFor();
    }
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), address);
    assert.deepEqual(await faults(page), []);
  });

  test(`it is said where copying is refused, ${language}`, async () => {
    const page = await opened(NOTICE[language], () => (navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))));
    await page.getByRole('button', { name: words.copy }).click();
    await page.locator('.tools-said').getByText(words.failed, { exact: true }).waitFor();
  });

  test(`a browser that can share is given the title and the address, ${language}`, async () => {
    const page = await opened(NOTICE[language], () => (navigator.share = async (shared) => (window.shared = shared)));
    assert.deepEqual(await tools(page), [words.calendar, words.mail, words.copy, words.share, words.print]);
    await page.getByRole('button', { name: words.share }).click();
    const shared = await page.evaluate(() => window.shared);
    assert.equal(shared.url, address);
    assert.equal(shared.title, await page.title());
  });

  test(`the page is printed, without what cannot be used on paper, ${language}`, async () => {
    const page = await opened(NOTICE[language], () => (window.print = () => (window.printed = true)));
    await page.getByRole('button', { name: words.print }).click();
    assert.ok(await page.evaluate(() => window.printed));
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.tools', '.time-left']) {
      assert.equal(await page.locator(part).count(), 1);
      assert.ok(!(await page.locator(part).isVisible()), part);
    }
    assert.ok(await page.locator('.corrections').isVisible());
  });

  test(`corrections are listed, the newest first, with their days, ${language}`, async () => {
    const page = await site.open(NOTICE[language]);
    const box = page.getByRole('region', { name: 'Corrections' });
    const [older, newer] = CORRECTIONS[language];
    assert.deepEqual(await box.locator('dd').allInnerTexts(), [newer, older]);
    assert.deepEqual(await box.locator('dt').allInnerTexts(), { en: ['22 April 2025', '15 April 2025'], fr: ['22\u00a0avril 2025', '15\u00a0avril 2025'] }[language]);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
      assert.deepEqual(await faults(page), []);
    }
  });
}

/** A page of a browser in which something is otherwise. */
async function opened(address, change) {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => site.complaints.push(error.message));
  await page.clock.setFixedTime(new Date(site.now));
  await page.addInitScript(change);
  await page.goto(site.url + address);
  return page;
}
