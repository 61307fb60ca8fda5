// From a page that stays open to one that is closed at the minute, and from a deadline to the days that are left.
//
// Without it, the deadline stands there with its time and zone. It counts no seconds: it looks when a deadline is over,
// once an hour, and when the page is seen again. All words come from the page.

const HOUR = 3_600_000;
let timer;

function look() {
  const now = Date.now();
  let next = now + HOUR;
  for (const place of document.querySelectorAll('[data-closes]')) {
    const closes = Date.parse(place.dataset.closes);
    if (closes > now) {
      next = Math.min(next, closes);
    } else {
      delete place.dataset.closes;
      place.matches('li') ? closeEntry(place) : closeNotice(place);
    }
  }
  for (const slot of document.querySelectorAll('.time-left')) {
    const words = timeLeft(slot, now);
    slot.textContent === words || (slot.textContent = words);
  }
  clearTimeout(timer);
  timer = setTimeout(look, next - now);
}

/** An entry of a list: it goes behind the others, with its mark, and is counted no more. */
function closeEntry(entry) {
  const list = entry.parentNode;
  const focused = document.activeElement;
  entry.dataset.closed = '';
  entry.querySelectorAll('.tag-closing-soon, .time-left').forEach((part) => part.remove());
  entry.querySelector('.due').append(' ', document.querySelector('.closed-tag').content.cloneNode(true));
  list.append(entry);
  entry.contains(focused) && focused.focus({ preventScroll: true });
  const count = document.querySelector('.count');
  const open = list.querySelectorAll(':scope > :not([data-closed])').length;
  count.textContent = open > 1 ? count.dataset.other.replace('#', open) : open ? count.dataset.one : count.dataset.none;
  list.dispatchEvent(new Event('closed'));
}

/** A notice: its banner is put in, which is said aloud, and all ways to apply go. */
function closeNotice(place) {
  place.append(place.querySelector('template').content);
  document.querySelectorAll('[data-while-open], .time-left').forEach((part) => part.remove());
}

/** The days until a deadline by the calendar of the site's zone, in words. */
function timeLeft(slot, now) {
  const { zone, today, tomorrow, days } = slot.closest('[data-days]').dataset;
  // Swedish writes a date as machines do.
  const here = new Intl.DateTimeFormat('sv', { timeZone: zone }).format(now);
  const left = (Date.parse(slot.previousElementSibling.dateTime.slice(0, 10)) - Date.parse(here)) / 86_400_000;
  return left > 1 ? days.replace('#', left) : left === 1 ? tomorrow : left === 0 ? today : '';
}

look();
document.addEventListener('visibilitychange', look);
addEventListener('pageshow', look);
