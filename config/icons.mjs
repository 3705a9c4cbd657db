// Draws src/components/icon/drawings.scss: lucide's icons of names.ts as masks, stroke 2.25, no file to load.
import { readFileSync, writeFileSync } from 'node:fs'

const folder = new URL('../src/components/icon/', import.meta.url)
const names = [...readFileSync(new URL('names.ts', folder), 'utf8').matchAll(/^ {2}'([a-z-]+)',$/gm)].map(
  (m) => m[1],
)

const rules = names.map((name) => {
  const source = readFileSync(
    new URL(`../node_modules/lucide-static/icons/${name}.svg`, import.meta.url),
    'utf8',
  )
  const shapes = source
    .replace(/<!--.*?-->/gs, '')
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace('</svg>', '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=\/>)|(?<=>) /g, '')
    .trim()
  const head =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='2.25' stroke-linecap='round' stroke-linejoin='round'>"
  const svg = `${head}${shapes.replaceAll('"', "'")}</svg>`
  const uri = `data:image/svg+xml,${svg.replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E')}`
  return `.icon-${name} {\n  --drawing: url("${uri}");\n}\n`
})

writeFileSync(
  new URL('drawings.scss', folder),
  `/* Made by config/icons.mjs from lucide (ISC licence). Not to be edited. */\n${rules.join('')}`,
)
console.log(`${names.length} icons`)
