// Loads a page of the preview again once there is a newer build than its own. No published page has this script.
const number = new URL(document.currentScript.src).search.slice(1);
let events;

function listen() {
  events?.close();
  if (document.hidden) return; // a browser opens few connections to a host: they are for the page in sight
  events = new EventSource("{{ events }}");
  events.onmessage = ({ data }) => data === number || location.reload();
}

listen();
addEventListener("visibilitychange", listen);
