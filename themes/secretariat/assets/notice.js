// Beside the links of a notice: its address to copy or to share, and its print. Without it there is an e-mail to send.
//
// What a browser cannot do is not offered. All words come from the page.

const tools = document.querySelector('.tools');
const said = document.querySelector('.tools-said');
const url = document.querySelector('link[rel="canonical"]').href;

const deeds = {
  copy: navigator.clipboard && (async ({ done, failed }) => say(await navigator.clipboard.writeText(url).then(() => done, () => failed))),
  share: navigator.share && (() => navigator.share({ title: document.title, url }).catch(() => {})),
  print: () => window.print(),
};

/** Says something aloud, also if it was the last thing that was said. */
function say(words) {
  said.textContent = '';
  setTimeout(() => (said.textContent = words));
}

const buttons = tools.querySelector('template').content;
for (const button of buttons.querySelectorAll('button')) {
  const deed = deeds[button.dataset.does];
  deed ? button.addEventListener('click', () => deed(button.dataset)) : button.parentNode.remove();
}
tools.append(buttons);
