import { nodeResolve } from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import esbuild from 'rollup-plugin-esbuild'

const target = ['es2022', 'chrome123', 'firefox121', 'safari17.5']

/** Lit's production build, our TypeScript as it is, everything minified. A classic script is read in its page's charset, so `ascii`. */
const plugins = (charset: 'utf8' | 'ascii') => [
  nodeResolve({ exportConditions: ['production', 'browser'], extensions: ['.ts', '.js'] }),
  esbuild({
    target,
    minify: true,
    sourceMap: false,
    tsconfig: false,
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
    legalComments: 'none',
    charset,
  }),
  squeezeStyles(),
]

/** Writes one entry and its chunks as modules; the names of the files, entry first. */
export async function bundleModules(input: Record<string, string>, dir: string): Promise<Record<string, string>> {
  const bundle = await rollup({ input, plugins: plugins('utf8'), preserveEntrySignatures: 'allow-extension' })
  const { output } = await bundle.write({
    dir,
    format: 'es',
    entryFileNames: '[name]-[hash].js',
    // `voice-chunk` and what it loads: foyer-voice-….js, foyer-livekit-client-….js
    chunkFileNames: ({ name }) => `foyer-${name.replace(/-chunk$|\.esm$/, '')}-[hash].js`,
  })
  await bundle.close()
  return Object.fromEntries(
    output.flatMap((file) => (file.type === 'chunk' && file.isEntry ? [[file.name, file.fileName]] : [])),
  )
}

/**
 * The script of the tag: a classic script, so that `async` and `currentScript` work. Such a script from another origin has
 * no base URL of its own (HTML, "muted errors"), so its one import is resolved against the address it came from.
 */
export async function bundleScript(input: string, file: string, panel: string): Promise<void> {
  const bundle = await rollup({
    input,
    external: [/panel-chunk\.ts$/],
    plugins: [
      ...plugins('ascii'),
      {
        name: 'import-beside-script',
        renderDynamicImport: () => ({ left: 'import(new URL(', right: ',foyerScript).href)' }),
      },
    ],
  })
  await bundle.write({
    file,
    format: 'iife',
    intro: 'const foyerScript=document.currentScript.src;',
    paths: (id) => (id.endsWith('panel-chunk.ts') ? `./${panel}` : id),
  })
  await bundle.close()
}

/** White space in css`` and html`` costs bytes and says nothing; what stands inside a tag or text keeps one space. */
function squeezeStyles() {
  return {
    name: 'squeeze-templates',
    transform: {
      order: 'pre' as const,
      handler(code: string, id: string) {
        if (!id.endsWith('.styles.ts')) return null
        return {
          code: code
            .replace(/\/\*[\s\S]*?\*\//g, (note) => (note.startsWith('/**') ? note : ''))
            .replace(
              /css`([\s\S]*?)`/g,
              (_whole, css: string) =>
                `css\`${css
                  .replace(/\s+/g, ' ')
                  .replace(/ ?([{};,]) ?/g, '$1')
                  .trim()}\``,
            ),
          map: null,
        }
      },
    },
  }
}
