// Two pages that scroll together by section: the section at the top of the one, and how much of it has been read, decide
// where the other stands. Paragraphs are longer in one language than in the other; sections are the same in both.

/** Two frames of one height whose pages follow each other. */
export class Together {
  #frames;
  /** Where each page was put, until it has said so itself. */
  #echo = [null, null];
  /** What is being read: a stop, and the part of the way to the next one. */
  #place = { key: '', part: 0 };

  constructor(frames) {
    this.#frames = frames;
    const sizes = new ResizeObserver(() => this.align());
    frames.forEach((frame) => sizes.observe(frame));
  }

  /** Takes a page that has been loaded into the company. */
  join(frame) {
    const side = this.#frames.indexOf(frame);
    this.#echo[side] = null;
    frame.contentWindow.addEventListener('scroll', () => this.#lead(side), { passive: true });
    if (frame.contentWindow.scrollY > 0) {
      this.#lead(side);
    } else {
      this.align();
    }
  }

  /** Both pages have other contents: reading begins at the top. */
  restart() {
    this.#place = { key: '', part: 0 };
  }

  /** Puts both pages where reading was, after their widths have changed. */
  align() {
    const stops = this.#stops();
    const from = stops?.findIndex((stop) => stop.key === this.#place.key) ?? -1;
    if (from >= 0 && from < stops.length - 1) {
      [0, 1].forEach((side) => this.#put(side, between(stops, from, side, this.#place.part)));
    }
  }

  /** A page was scrolled: the other one follows, unless it was the one that was followed. */
  #lead(side) {
    const at = this.#frames[side].contentWindow.scrollY;
    const echo = this.#echo[side];
    this.#echo[side] = null;
    if (echo !== null && Math.abs(at - echo) < 2) {
      return;
    }
    const stops = this.#stops();
    if (!stops) {
      return;
    }
    const next = stops.findIndex((stop) => stop.at[side] > at);
    const from = next < 0 ? stops.length - 2 : Math.max(0, next - 1);
    const length = stops[from + 1].at[side] - stops[from].at[side];
    const part = length > 0 ? Math.min(1, (at - stops[from].at[side]) / length) : 0;
    this.#place = { key: stops[from].key, part };
    this.#put(1 - side, between(stops, from, 1 - side, part));
  }

  #put(side, at) {
    const page = this.#frames[side].contentWindow;
    const before = page.scrollY;
    page.scrollTo({ top: at, behavior: 'instant' });
    if (page.scrollY !== before) {
      this.#echo[side] = page.scrollY;
    }
  }

  /** The places that both pages have, from their tops to their ends, in the order in which both have them. */
  #stops() {
    const pages = this.#frames.map((frame) => frame.contentWindow);
    const roots = this.#frames.map((frame) => frame.contentDocument?.documentElement);
    if (!roots.every((root) => root?.clientHeight)) {
      return null;
    }
    const ends = roots.map((root) => root.scrollHeight - root.clientHeight);
    const [left, right] = pages.map(marks);
    const stops = [{ key: '', at: [0, 0] }];
    for (const [key, top] of left) {
      const at = [top, right.get(key)];
      const last = stops.at(-1);
      if (right.has(key) && at.every((top, side) => top > last.at[side] && top < ends[side])) {
        stops.push({ key, at });
      }
    }
    stops.push({ key: null, at: ends });
    return stops;
  }
}

/** The tops of a page's sections by their ids; of a page without sections, those of its headings by their order. */
function marks(page) {
  const top = (element) => element.getBoundingClientRect().top + page.scrollY;
  const name = (section) => section.id || section.getAttribute('aria-labelledby');
  const sections = [...page.document.querySelectorAll('section')].filter((section) => name(section) && !section.closest('[data-diptych]') && !stays(section));
  if (sections.length > 0) {
    return new Map(sections.map((section) => [name(section), top(section)]));
  }
  const headings = [...page.document.querySelectorAll('main :is(h1, h2, h3)')];
  return new Map(headings.map((heading, at) => [`${headings.length}-${at}`, top(heading)]));
}

/** Whether an element stays in view when its page is scrolled, and so marks no place of it. */
function stays(element) {
  return Boolean(element) && (['sticky', 'fixed'].includes(getComputedStyle(element).position) || stays(element.parentElement));
}

function between(stops, from, side, part) {
  return stops[from].at[side] + part * (stops[from + 1].at[side] - stops[from].at[side]);
}
