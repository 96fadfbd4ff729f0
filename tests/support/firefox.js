// Drives one Firefox over WebDriver BiDi: each line of the input calls a method, and is answered by one line.
// The arguments are the path of the browser and its preferences; the folder it is started in has the packages.
const { createInterface } = require("node:readline");
const { createRequire } = require("node:module");
const puppeteer = createRequire(`${process.cwd()}/`)("puppeteer-core").default;

const [executablePath, preferences] = process.argv.slice(2);

async function main() {
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath, headless: true, extraPrefsFirefox: JSON.parse(preferences),
  });
  const page = await browser.newPage();
  const [asked, problems] = [[], []];
  page.on("request", (request) => asked.push(request.url()));
  page.on("requestfailed", (request) => {
    if (!/NS_BINDING_ABORTED/u.test(request.failure().errorText)) problems.push(`${request.failure().errorText}: ${request.url()}`);
  });
  page.on("response", (response) => {
    const isOwn = response.url().endsWith("/favicon.ico"); // the browser's own wish, where a page is left before it is read
    if (response.status() >= 400 && !isOwn) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on("console", (said) => { if (/^(error|warn)/u.test(said.type())) problems.push(`console: ${said.text()}`); });
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`)); // violations of the policy come here, too
  const own = {
    evaluate: (code, ...given) => page.evaluate(`(${code})(...${JSON.stringify(given)})`),
    pdf: async () => Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("base64"),
    asked: () => asked.splice(0),
    problems: () => problems.splice(0),
  };
  const targets = { own, page, keyboard: page.keyboard, mouse: page.mouse, touchscreen: page.touchscreen };
  answer({ value: await browser.version() });
  for await (const line of createInterface({ input: process.stdin })) {
    const [target, method, ...given] = JSON.parse(line);
    try {
      const value = await targets[target][method](...given);
      answer({ value: target === "own" ? value : null });
    } catch (error) {
      answer({ error: `${target}.${method}: ${error.message}` });
    }
  }
  await browser.close();
}

function answer({ value = null, error }) {
  console.log(JSON.stringify({ value, error }));
}

main().catch((error) => { answer({ error: error.message }); process.exit(1); });
