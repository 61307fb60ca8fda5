// From what is served to what is shown: two servings are compared, and only where they differ is the page touched, so that
// scrolling, focus, open details, and marks and notes that were added stay as they are.

/** A part of the page that follows what is served. */
export class Shown {
  /** The node in the page for each node of the last serving. */
  #live = new WeakMap();
  #last;

  /** A part of the page as it is, or the nodes of an earlier copy of it and those that they are copies of. */
  constructor(root, { copies, live } = {}) {
    this.#last = copies ? copies[0] : root.cloneNode(true);
    if (copies) {
      copies.forEach((copy, at) => this.#live.set(copy, live[at]));
    } else {
      this.#follow(this.#last, root);
    }
  }

  /** The last serving, untouched by anything that lives in the page. */
  get last() {
    return this.#last;
  }

  /** The node in the page that stands for a node of the last serving. */
  at(node) {
    return this.#live.get(node);
  }

  /** Brings the page to another serving, and returns the elements of the page that this touched, in their order. */
  become(next) {
    const touched = [];
    this.#settle(this.#last, next, touched);
    this.#last = next;
    return touched;
  }

  #settle(was, is, touched) {
    const live = this.#live.get(was);
    if (was.isEqualNode(is)) {
      this.#continue(was, is);
      return;
    }
    this.#live.set(is, live);
    if (!(is instanceof Element)) {
      live.data = is.data;
      touched.push(live.parentElement);
      return;
    }
    if (isSheet(is) && was.getAttribute('href') !== is.getAttribute('href')) {
      this.#exchangeSheet(is, live);
      return;
    }
    if (copyAttributes(was, is, live)) {
      touched.push(live);
    }
    this.#settleChildren(was, is, live, touched);
  }

  #settleChildren(was, is, live, touched) {
    const before = pairUp([...was.childNodes], [...is.childNodes]);
    const kept = new Set(before.values());
    for (const child of was.childNodes) {
      if (!kept.has(child)) {
        this.#live.get(child).remove();
        touched.push(live);
      }
    }
    let previous = null;
    for (const child of is.childNodes) {
      if (before.has(child)) {
        this.#settle(before.get(child), child, touched);
      } else {
        const added = document.importNode(child, true);
        this.#follow(child, added);
        live.insertBefore(added, previous ? previous.nextSibling : live.firstChild);
        touched.push(added instanceof Element ? added : live);
      }
      previous = this.#live.get(child);
    }
  }

  /** The old style sheet goes when the new one is there, so that the page is never without. */
  #exchangeSheet(is, old) {
    const sheet = document.importNode(is, true);
    this.#live.set(is, sheet);
    sheet.onload = sheet.onerror = () => old.remove();
    old.after(sheet);
  }

  /** Two equal trees: what stood for the one stands for the other. */
  #continue(was, is) {
    this.#live.set(is, this.#live.get(was));
    is.childNodes.forEach((child, at) => this.#continue(was.childNodes[at], child));
  }

  #follow(node, live) {
    this.#live.set(node, live);
    node.childNodes.forEach((child, at) => this.#follow(child, live.childNodes[at]));
  }
}

const isSheet = (node) => node.nodeName === 'LINK' && node.getAttribute('rel') === 'stylesheet';

function copyAttributes(was, is, live) {
  let changed = false;
  for (const { name } of was.attributes) {
    if (!is.hasAttribute(name)) {
      live.removeAttribute(name);
      changed = true;
    }
  }
  for (const { name, value } of is.attributes) {
    if (was.getAttribute(name) !== value) {
      live.setAttribute(name, value);
      changed = true;
    }
  }
  return changed;
}

/** For each node of a list, the node of the earlier list that it continues: the same one, or one of its kind between. */
function pairUp(was, is) {
  const pairs = new Map();
  const link = (left, right) => pairs.set(is[right], was[left]);
  let start = 0;
  while (start < was.length && start < is.length && was[start].isEqualNode(is[start])) {
    link(start, start);
    start += 1;
  }
  let [left, right] = [was.length, is.length];
  while (left > start && right > start && was[left - 1].isEqualNode(is[right - 1])) {
    left -= 1;
    right -= 1;
    link(left, right);
  }
  const fixed = [...longestCommon(was, is, start, left, right), [left, right]];
  let [from, to] = [start, start];
  for (const [nextLeft, nextRight] of fixed) {
    for (let at = to; at < nextRight; at += 1) {
      const kin = was.slice(from, nextLeft).findIndex((node) => areKin(node, is[at]));
      if (kin >= 0) {
        link(from + kin, at);
        from += kin + 1;
      }
    }
    if (nextLeft < left && nextRight < right) {
      link(nextLeft, nextRight);
    }
    [from, to] = [nextLeft + 1, nextRight + 1];
  }
  return pairs;
}

const areKin = (one, other) => one.nodeName === other.nodeName && (one.id ?? '') === (other.id ?? '');

/** The longest series of equal nodes in both ranges, as pairs of indices; none where looking would take too long. */
function longestCommon(was, is, start, left, right) {
  const [rows, columns] = [left - start, right - start];
  if (rows * columns > 40_000) {
    return [];
  }
  const same = (row, column) => was[start + row].isEqualNode(is[start + column]);
  const length = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      length[row][column] = same(row, column)
        ? length[row + 1][column + 1] + 1
        : Math.max(length[row + 1][column], length[row][column + 1]);
    }
  }
  const series = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (same(row, column)) {
      series.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (length[row + 1][column] >= length[row][column + 1]) {
      row += 1;
    } else {
      column += 1;
    }
  }
  return series;
}
