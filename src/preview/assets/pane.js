// A previewed page, in a frame of the diptych view or alone in a tab: from each new serving of its address to the page in
// place, the edited section brought into view, errors laid over the page and warnings beside what they concern.
//
// It adds elements of its own, which bear `data-diptych`, and touches nothing else of the page except to update it.

(async () => {
  const root = document.documentElement;
  const own = () => document.getElementById('diptych-preview');

  // --- Before the scripts of the theme: the page as it was served, and the time that is looked at

  const nodes = (root) => {
    const walker = document.createTreeWalker(root);
    const found = [root];
    while (walker.nextNode()) {
      found.push(walker.currentNode);
    }
    return found;
  };
  const served = { copies: nodes(root.cloneNode(true)), live: nodes(root) };
  const clock = Date.now;
  let servedAt = clock();
  Date.now = () => {
    const now = own()?.dataset.now;
    return now ? now * 1000 + clock() - servedAt : clock();
  };

  /** Until they have run. */
  const ready = new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));

  const { Words, ask, findPair, listen, make, oneAtATime } = await import('/-/hinge.js');
  const { Shown } = await import('/-/shown.js');
  const isFramed = window.parent !== window;
  await ready;
  const shown = new Shown(root, served);
  let words = null;
  /** Whether the page has a twin: the choice of a language is in both languages by itself. */
  let hasTwin = false;
  /** Where the page is now, and whether its next change is not the writer's; the first serving changes nothing. */
  let path = location.pathname;
  let isQuiet = true;
  /** Whether this is a page of the site, and not what the server says where there is none. */
  let wasThere = false;

  // --- In place

  const refresh = oneAtATime(async () => {
    const quiet = isQuiet;
    isQuiet = false;
    const answer = await ask(path + location.search);
    if (!answer.ok && wasThere) {
      await (isFramed ? null : seek());
      return;
    }
    wasThere = answer.ok;
    const text = await answer.text();
    if (path !== location.pathname) {
      history.replaceState(null, '', path + location.search + location.hash);
    }
    const next = new DOMParser().parseFromString(text, 'text/html').documentElement;
    const isOther = !shown.last.isEqualNode(next);
    if (scripts(next).some((src) => !running.includes(src)) || (isOther && scripts(next, ':not([data-in-place])').length > 0)) {
      // A script that does not run here yet, or one that only knows the page as it was.
      location.reload();
      return;
    }
    const edited = quiet ? null : firstEdited(shown.last, next);
    let touched;
    try {
      touched = shown.become(next);
    } catch {
      // A script of the theme has moved what must be touched.
      location.reload();
      return;
    }
    servedAt = clock();
    dress();
    // Scripts that look at the clock when a page is shown again, or at its words, look once more.
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    if (edited || (touched.length > 0 && !quiet)) {
      point(edited && document.getElementById(edited), touched);
    }
  });

  const scripts = (root, which = '') => [...root.querySelectorAll(`script[src]${which}`)].map((script) => script.getAttribute('src')).filter((src) => !src.startsWith('/-/'));
  /** The scripts of the theme that run in this page, also those that it no longer asks for. */
  const running = scripts(root);

  /** The id of the first section that is not what it was. */
  function firstEdited(was, is) {
    const section = [...is.querySelectorAll('section[id]')].find((section) => {
      const before = was.querySelector(`section[id="${CSS.escape(section.id)}"]`);
      return !before?.isEqualNode(section);
    });
    return section?.id;
  }

  /** The page is not where it was: a notice may have another address now, any other page is gone. */
  async function seek() {
    const found = await findPair(path, own()?.dataset.reference);
    const now = found?.paths[own().dataset.language];
    if (now && now !== path) {
      path = now;
      refresh();
    } else if (words) {
      notify(words.say('pair-gone'));
    }
  }

  // --- What was edited

  const BLOCK = 'p, li, dd, dt, td, th, h1, h2, h3, h4, blockquote, pre, figure, section';

  /** Brings what was edited into view, unless it is, and marks it for a moment. */
  function point(section, touched) {
    const inside = touched.filter((element) => element.isConnected && (section ? section.contains(element) : element.closest('main')));
    const blocks = [...new Set(inside.map((element) => element.closest(BLOCK) ?? element))];
    const first = blocks[0] ?? section;
    if (!first || first.closest('[data-diptych]')) {
      return;
    }
    if (!isInView(first)) {
      bringIntoView(first, section);
    }
    const marked = [section, ...blocks].filter(Boolean);
    marked.forEach((element) => element.setAttribute('data-diptych-edited', ''));
    setTimeout(() => marked.forEach((element) => element.removeAttribute('data-diptych-edited')), 2600);
    const heading = section?.querySelector('h1, h2, h3')?.textContent;
    say(heading && words ? words.say('pair-updated', { section: heading.trim() }) : '');
  }

  /** The height of what can be seen: the sheet lies over the rest. */
  const seen = () => innerHeight - (document.getElementById('diptych-sheet')?.offsetHeight ?? 0);

  function isInView(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return top < seen() * 0.85 && bottom > seen() * 0.05;
  }

  /** The section comes to the top with its heading if what was edited is then seen too; otherwise that comes alone. */
  function bringIntoView(first, section) {
    const { top } = first.getBoundingClientRect();
    const start = section?.getBoundingClientRect().top ?? top;
    const to = top - start < seen() * 0.7 ? start - seen() * 0.04 : top - seen() * 0.3;
    const isFar = Math.abs(to) > innerHeight * 2 || matchMedia('(prefers-reduced-motion: reduce)').matches;
    window.scrollBy({ top: to, behavior: isFar ? 'instant' : 'smooth' });
  }

  // --- What is laid over the page, and beside it

  /** Puts the findings that the server wrote where they belong: notes beside sections, the rest on a sheet. */
  function dress() {
    const root = own();
    root?.setAttribute('data-diptych-dressed', '');
    const findings = [...(root?.querySelectorAll('.diptych-findings > li') ?? [])];
    const sectionOf = (finding) => finding.className.includes('warning') && finding.dataset.section && document.getElementById(finding.dataset.section);
    const beside = new Map();
    for (const finding of findings.filter(sectionOf)) {
      const section = sectionOf(finding);
      beside.set(section, [...(beside.get(section) ?? []), finding]);
    }
    const language = root?.querySelector('.diptych-findings')?.lang || words?.language;
    for (const note of document.querySelectorAll('.diptych-note')) {
      const of = beside.get(note.parentElement);
      if (!of || made.get(note) !== html(of) + words?.language) {
        note.remove();
      } else {
        beside.delete(note.parentElement);
      }
    }
    for (const [section, of] of beside) {
      const note = make('div', { class: 'diptych-note', role: 'note', lang: language, 'data-diptych': true }, list(of));
      made.set(note, html(of) + words?.language);
      const heading = section.querySelector('h1, h2, h3, h4');
      if (heading?.parentElement === section) {
        heading.after(note);
      } else {
        section.prepend(note);
      }
    }
    raiseSheet(findings.filter((finding) => !sectionOf(finding)), language);
    raiseMark(root);
    offerPair();
  }

  /** What a note or the sheet was made from. */
  const made = new WeakMap();
  const html = (findings) => findings.map((finding) => finding.outerHTML).join('');
  const list = (findings) => make('ol', { class: 'diptych-findings' }, findings.map(retell));

  /** A finding as the server wrote it, with the words that its colours and links stand for. */
  function retell(finding) {
    const copy = document.importNode(finding, true);
    if (words) {
      const severity = words.say(`desk-severity-${copy.className.includes('error') ? 'error' : 'warning'}`);
      copy.querySelector('.message')?.prepend(make('span', { class: 'severity' }, severity), ' ');
      copy.querySelectorAll('a.editor').forEach((link) => link.append(make('span', { class: 'action' }, words.say('desk-editor'))));
    }
    return copy;
  }

  /** Whether the writer wants the sheet folded; unless said, it is when it holds nothing but warnings. */
  let wish = null;

  /** The sheet over the last good page; it goes when all is mended. */
  function raiseSheet(findings, language) {
    const old = document.getElementById('diptych-sheet');
    const errors = findings.filter((finding) => finding.className.includes('error')).length;
    const of = html(findings) + (words?.language ?? '') + own()?.hasAttribute('data-last-good');
    if (old ? made.get(old) === of : findings.length === 0) {
      return;
    }
    if (findings.length === 0) {
      wish = null;
      old.remove();
      own()?.style.removeProperty('--diptych-sheet');
      say(words?.say('pair-mended') ?? '');
      return;
    }
    const warnings = findings.length - errors;
    const counts = words ? [errors && words.count('desk-errors', errors), warnings && words.count('desk-warnings', warnings)].filter(Boolean).join(', ') : '';
    const id = 'diptych-sheet-list';
    const isLastGood = own().hasAttribute('data-last-good');
    // What stands in the twin alone does not cover a page that is up to date.
    const isOfTwin = !isLastGood && findings.every((finding) => finding.hasAttribute('data-twin') || !finding.className.includes('error'));
    const isFolded = wish ?? (errors === 0 || isOfTwin);
    const fold = make('button', { type: 'button', 'aria-controls': id, 'aria-expanded': String(!isFolded) }, words?.say(isFolded ? 'pair-unfold' : 'pair-fold') ?? '');
    fold.addEventListener('click', () => {
      wish = !sheet.hasAttribute('data-folded');
      sheet.toggleAttribute('data-folded', wish);
      fold.setAttribute('aria-expanded', String(!wish));
      fold.textContent = words?.say(wish ? 'pair-unfold' : 'pair-fold') ?? '';
    });
    const about = errors > 0 && isLastGood ? words?.say('pair-last-good') : '';
    const sheet = make('section', { id: 'diptych-sheet', class: errors > 0 ? 'error' : 'warning', lang: language, 'data-diptych': true, 'data-folded': isFolded, 'aria-label': counts },
      make('div', { class: 'head' }, make('p', {}, make('strong', {}, counts), ' ', make('span', {}, about)), fold), make('div', { id, class: 'list', tabindex: '0' }, list(findings)));
    made.set(sheet, of);
    const hadFocus = old?.contains(document.activeElement);
    if (old) {
      old.replaceWith(sheet);
    } else {
      document.body.append(sheet);
    }
    if (hadFocus) {
      fold.focus({ preventScroll: true });
    }
    // The end of the page can be scrolled out from under the sheet.
    new ResizeObserver(() => own()?.style.setProperty('--diptych-sheet', `${sheet.offsetHeight}px`)).observe(sheet);
    say(counts);
  }

  /** What is not public says so at its head, and across every screen and sheet of paper. */
  function raiseMark(root) {
    const words = root?.querySelector('.diptych-watermark');
    const old = document.getElementById('diptych-state');
    if (!words) {
      old?.remove();
    } else if (old?.textContent !== words.textContent) {
      old?.remove();
      const text = [...words.children].map((line) => line.textContent.trim()).join('\n');
      const mark = make('section', { id: 'diptych-state', 'aria-labelledby': 'diptych-state', 'data-diptych': true, 'data-state': root.dataset.state, 'data-words': text });
      mark.append(...[...words.childNodes].map((node) => document.importNode(node, true)));
      document.body.prepend(mark);
    }
  }

  /** Alone in a tab, the page leads to the view of both. */
  function offerPair() {
    if (isFramed || !words || !hasTwin) {
      return;
    }
    const text = words.say('pair-side-by-side');
    const link = make('a', { href: `/-/pair?path=${encodeURIComponent(path)}` }, text);
    const way = make('nav', { id: 'diptych-pair', lang: words.language, 'aria-label': text, 'data-diptych': true }, link);
    const old = document.getElementById('diptych-pair');
    if (!old) {
      document.body.append(way);
    } else if (!old.isEqualNode(way)) {
      old.replaceWith(way);
    }
  }

  // --- What is said aloud, and the notice that the preview has stopped

  const voice = make('div', { id: 'diptych-voice', role: 'status', 'data-diptych': true });
  document.body.append(voice);

  function say(text) {
    voice.lang = words?.language ?? '';
    voice.textContent = text;
  }

  const notice = make('div', { id: 'diptych-notice', role: 'status', 'data-diptych': true });
  document.body.append(notice);

  function notify(text) {
    notice.lang = words?.language ?? '';
    notice.textContent = text;
  }

  // --- Links, and who tells that something has changed

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!isFramed || !link || !isPlain || event.defaultPrevented || link.target || link.closest('[data-diptych]')) {
      return;
    }
    const to = new URL(link.href);
    if (!['http:', 'https:'].includes(to.protocol)) {
      return;
    }
    event.preventDefault();
    const isPage = to.origin === location.origin && /(\/|\.html)$/.test(to.pathname);
    if (!isPage) {
      // Attachments, feeds and other sites have no twin to stand beside.
      window.open(to, '_blank', 'noopener');
    } else if (to.pathname === location.pathname) {
      location.replace(to.hash || '#');
    } else {
      window.parent.postMessage({ diptych: 'go', path: decodeURI(to.pathname), hash: to.hash }, location.origin);
    }
  });

  dress();
  if (isFramed) {
    window.addEventListener('message', ({ origin, source, data }) => {
      if (origin === location.origin && source === window.parent && data.diptych === 'refresh') {
        words = new Words(data);
        path = data.path;
        isQuiet ||= data.quiet;
        refresh();
      }
    });
    window.parent.postMessage({ diptych: 'ready' }, location.origin);
  } else {
    listen({
      changed: async () => {
        const pair = await findPair(path, own()?.dataset.reference).catch(() => null);
        words = pair ? new Words(pair) : words;
        hasTwin = pair ? new Set(Object.values(pair.paths)).size > 1 : hasTwin;
        notify('');
        refresh();
      },
      stopped: () => words && notify(words.say('desk-stopped')),
      back: () => notify(''),
    });
  }
})();
