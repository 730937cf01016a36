// Runs this platform's forge with the compiler wrapper beside this file.
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const scripts = dirname(fileURLToPath(import.meta.url))
const services = dirname(scripts)
const windows = process.platform === 'win32'
const architecture = process.arch === 'arm64' && !windows ? 'arm64' : 'amd64'
const forge = join(
  services, 'node_modules', '@foundry-rs', `forge-${process.platform}-${architecture}`, 'bin',
  windows ? 'forge.exe' : 'forge',
)
const [command, ...options] = process.argv.slice(2)

function hasSolidity(folder) {
  return existsSync(folder)
    && readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.sol'))
}

const wanted = command === 'test' ? 'src/test/solidity' : 'src/main/solidity'
if (!hasSolidity(join(services, wanted))) {
  console.log(`forge ${command}: no Solidity in ${wanted}`)
  process.exit(0)
}

mkdirSync(join(services, 'target'), { recursive: true })
const run = spawnSync(forge, [command, ...options], {
  cwd: services,
  stdio: 'inherit',
  env: {
    ...process.env,
    FOUNDRY_SOLC: join(scripts, windows ? 'solc.cmd' : 'solc.mjs'),
    FOUNDRY_DISABLE_NIGHTLY_WARNING: '1',
  },
})
if (run.error) throw run.error
process.exit(run.status ?? 1)
