// What the page's own buttons do. Runs once for each page; `element` and `trigger` are gradio's.
const at = (node, name) => node.closest(`[${name}]`);
const page = () => document.querySelector('.gj-page');

function fit() {
  const sheet = page(), view = document.querySelector('.gj-window');
  if (!sheet || !view || sheet.dataset.fitted || !view.clientWidth) return;
  sheet.dataset.fitted = '1';
  const picture = sheet.querySelector('img');
  if (!picture.complete) picture.addEventListener('load', () => zoomTo(Number(sheet.dataset.zoom)));
  const wide = view.clientWidth || 500;
  zoomTo(Math.min(3, Math.max(1, (1.25 * Number(sheet.dataset.points)) / wide)));
  if (!sheet.querySelector('.gj-mark-own')) view.scrollTop = 0;
}
function zoomTo(factor) {
  const sheet = page(), view = document.querySelector('.gj-window');
  if (!sheet || !view) return;
  sheet.dataset.zoom = factor;
  sheet.style.width = `${factor * 100}%`;
  const mark = sheet.querySelector('.gj-mark-own');
  if (mark) {
    view.scrollLeft = mark.offsetLeft + mark.offsetWidth / 2 - view.clientWidth / 2;
    view.scrollTop = mark.offsetTop + mark.offsetHeight / 2 - view.clientHeight / 2;
  }
}
// On a phone what a button shows stands below or above it.
function look(selector, after = 0) {
  if (window.innerWidth >= 900) return;
  setTimeout(() => document.querySelector(selector)?.scrollIntoView({ behavior: 'smooth', block: 'start' }), after);
}
function act(button) {
  const d = button.dataset;
  switch (d.act) {
    case 'show': {
      const around = at(button, 'data-places');
      if (!around) return;
      const all = JSON.parse(around.dataset.places), from = Math.max(0, Number(d.at) - 50);
      trigger('show', { places: JSON.stringify(all.slice(from, from + 100)), at: Number(d.at) - from });
      document.querySelectorAll('.gj-chosen').forEach(b => b.classList.remove('gj-chosen'));
      button.classList.add('gj-chosen');
      look('#gj-proof');
      break;
    }
    case 'cell':
      trigger('cell', { document: d.document, t: d.t, r: Number(d.r), c: Number(d.c) });
      document.querySelectorAll('.gj-chosen').forEach(b => b.classList.remove('gj-chosen'));
      button.classList.add('gj-chosen');
      look('#gj-proof');
      break;
    case 'ask': trigger('ask', { q: d.q }); break;
    case 'open':
      trigger('open', { document: d.document });
      setTimeout(() => document.querySelector('#gj-opened')?.scrollIntoView({ behavior: 'smooth', block: 'start' }), 500);
      break;
    case 'close': trigger('open', { document: '' }); break;
    case 'reread': trigger('reread', { document: d.document }); break;
    case 'remove': if (window.confirm(d.sure)) trigger('remove', { document: d.document }); break;
    case 'pick':
      trigger('pick', { document: d.document, t: d.t, r: Number(d.r), c: Number(d.c) });
      look('#gj-picked', 600);  // its tab opens first
      break;
    case 'zoom': zoomTo(d.by === '0' ? 1 : Math.min(5, Math.max(1, Number(page()?.dataset.zoom || 1) * Number(d.by)))); break;
    case 'copy':
      navigator.clipboard?.writeText(d.copy).catch(() => {});
      button.textContent = d.done;
      break;
    case 'language':
      try { localStorage.setItem('gouji-language', d.to); } catch (e) { /* not kept, then */ }
      window.location.href = d.href;
      break;
  }
}
// A chart's long legend stands below it, not in it: gradio's picture of the chart gets it when it is downloaded.
function withLegend(link) {
  const hues = [...document.querySelectorAll('#gj-hues .gj-hue')];
  if (link.download !== 'chart.png' || link.dataset.drawn || !hues.length) return false;
  const picture = new Image();
  picture.onload = () => {
    const sheet = document.createElement('canvas'), pen = sheet.getContext('2d');
    const size = 24, line = 38, edge = 24, box = 18, font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
    pen.font = font;
    let x = edge, y = 0;
    const places = hues.map(hue => {
      const wide = box + 8 + pen.measureText(hue.textContent).width + 28;
      if (x > edge && x + wide - 28 > picture.width - edge) { x = edge; y += line; }
      const place = [x, y];
      x += wide;
      return place;
    });
    sheet.width = picture.width;
    sheet.height = picture.height + y + line + edge;
    pen.drawImage(picture, 0, 0);
    const ground = pen.getImageData(0, 0, 1, 1).data;
    pen.fillStyle = `rgb(${ground[0]},${ground[1]},${ground[2]})`;
    pen.fillRect(0, picture.height, sheet.width, sheet.height - picture.height);
    pen.font = font;
    pen.textBaseline = 'middle';
    hues.forEach((hue, i) => {
      const [left, top] = [places[i][0], picture.height + places[i][1] + line / 2];
      pen.fillStyle = getComputedStyle(hue, '::before').backgroundColor;
      pen.fillRect(left, top - box / 2, box, box);
      pen.fillStyle = getComputedStyle(hue).color;
      pen.fillText(hue.textContent, left + box + 8, top, picture.width - left - box - 8);
    });
    const own = document.createElement('a');
    own.href = sheet.toDataURL('image/png');
    own.download = link.download;
    own.dataset.drawn = '1';
    document.body.appendChild(own);
    own.click();
    own.remove();
  };
  picture.src = link.href;
  return true;
}
if (!window.goujiBridge) {
  document.addEventListener('click', e => {
    const link = e.target.closest?.('a[download]');
    if (link && withLegend(link)) e.preventDefault();
  }, true);
  document.addEventListener('click', e => {
    const button = e.target.closest?.('[data-act]');
    if (button && window.goujiBridge) { e.preventDefault(); window.goujiBridge(button); }
  });
  document.addEventListener('keydown', e => {
    const proof = e.target.closest?.('.gj-proof');
    if (!proof || !['ArrowLeft', 'ArrowRight'].includes(e.key) || e.target.closest('.gj-window')) return;
    const now = Number(proof.dataset.at), next = now + (e.key === 'ArrowLeft' ? -1 : 1);
    proof.querySelector(`.gj-steps [data-act=show][data-at="${next}"]`)?.click();
  });
  new MutationObserver(fit).observe(document.body, { childList: true, subtree: true });
}
window.goujiBridge = act;
