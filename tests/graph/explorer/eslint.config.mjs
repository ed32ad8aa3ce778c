// How the explorer's scripts are linted. Names are left to the type checker, which knows the browser's.
import js from "@eslint/js";

const markup = "Text of articles only ever becomes a text node: see scripts/dom.js.";
const kept = "What the reader has chosen is in the address: the page stores nothing.";

export default [
  js.configs.recommended,
  {
    files: ["graph/explorer/scripts/*.js"],
    linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true },
    rules: {
      "no-undef": "off",
      "no-control-regex": "off",
      "no-var": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      "prefer-arrow-callback": "error",
      "object-shorthand": "error",
      "no-shadow": "error",
      "no-param-reassign": "error",
      "no-implicit-globals": "off",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-console": "error",
      "no-alert": "error",
      "no-self-compare": "error",
      "no-unused-expressions": "error",
      "no-useless-concat": "error",
      "array-callback-return": "error",
      "consistent-return": "off",
      "default-case-last": "error",
      eqeqeq: "error",
      "max-depth": ["error", 4],
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 40, skipComments: true, skipBlankLines: true }],
      "no-restricted-globals": ["error", ...["localStorage", "sessionStorage", "indexedDB", "fetch", "XMLHttpRequest", "WebSocket"].map((name) => ({ name, message: kept }))],
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({ property, message: markup })),
        ...["write", "writeln"].map((property) => ({ object: "document", property, message: markup })),
        { object: "document", property: "cookie", message: kept },
      ],
    },
  },
];
