// Reloads a page of the preview when there is a newer build. No published page has this script.
const number = new URL(document.currentScript.src).search.slice(1);
let events;

function listen() {
  events?.close();
  if (document.hidden) return; // browsers limit the connections to a host: keep them for visible pages
  events = new EventSource("{{ events }}");
  events.onmessage = ({ data }) => data === number || location.reload();
}

listen();
addEventListener("visibilitychange", listen);
