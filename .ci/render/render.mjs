// Draws BPMN models as SVG with bpmn-js in a headless Chromium:
//   node render.mjs model.bpmn picture.svg [model.bpmn picture.svg …]
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';

const require = createRequire(import.meta.url);
const viewer = require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js');
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><meta charset="utf-8"><div id="canvas"></div>');
  await page.addScriptTag({ path: viewer });
  const files = process.argv.slice(2);
  for (let i = 0; i + 1 < files.length; i += 2) {
    const { svg, warnings } = await page.evaluate(async (xml) => {
      const diagram = new BpmnJS({ container: '#canvas' });
      const { warnings } = await diagram.importXML(xml);
      const { svg } = await diagram.saveSVG();
      diagram.destroy();
      return { svg, warnings: warnings.map((warning) => warning.message) };
    }, await readFile(files[i], 'utf8'));
    if (warnings.length > 0) {
      throw new Error(`${files[i]}: ${warnings.join('; ')}`);
    }
    // No doctype, a white ground for dark pages, and ids of markers that are the same on every run.
    const markers = new Map();
    const stable = svg
      .replace(/<!DOCTYPE[^>]*>\s*/, '')
      .replace(/<svg /, '<svg style="background: white" ')
      .replace(/(id="|#)(marker-[\w-]+)/g, (_, before, id) => {
        markers.set(id, markers.get(id) ?? `arrow-${markers.size + 1}`);
        return before + markers.get(id);
      });
    await writeFile(files[i + 1], stable);
    console.log(`${files[i]} -> ${files[i + 1]}`);
  }
} finally {
  await browser.close();
}
