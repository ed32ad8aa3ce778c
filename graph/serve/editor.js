"use strict";
{
  const place = document.getElementById("editor");
  Yasgui.Yasqe.defaults.value = place.dataset.start;
  // No list of endpoints or of prefixes is fetched from elsewhere: nothing leaves this server.
  Yasgui.Yasqe.defaults.autocompleters = Yasgui.Yasqe.defaults.autocompleters.filter((name) => name === "variables");
  const editor = new Yasgui(place, {
    requestConfig: { endpoint: new URL("/sparql", location.href).href },
    endpointCatalogueOptions: { getData: () => [], keys: [] },
    copyEndpointOnNewTab: true,
  });
  document.getElementById("example").addEventListener("change", (event) => {
    const tab = editor.getTab();
    if (event.target.value && tab) tab.getYasqe().setValue(event.target.value);
  });
}
