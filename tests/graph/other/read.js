// Reads a file in one of the RDF formats, by jsonld.js or N3.js, and prints it as N-Quads.
//     node read.js FORM FILE        FORM: jsonld, turtle, trig, ntriples, nquads
const fs = require("node:fs");
const jsonld = require("jsonld");
const N3 = require("n3");

const TYPES = { turtle: "text/turtle", trig: "application/trig", ntriples: "N-Triples", nquads: "N-Quads" };

async function main(form, file) {
  const text = fs.readFileSync(file, "utf8");
  if (form === "jsonld") {
    process.stdout.write(await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads" }));
    return;
  }
  const quads = new N3.Parser({ format: TYPES[form] }).parse(text);
  process.stdout.write(new N3.Writer({ format: "N-Quads" }).quadsToString(quads));
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
