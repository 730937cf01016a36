#!/usr/bin/env node
// The Solidity compiler in JavaScript, spoken to the way forge speaks to the native one.
import { readFileSync } from 'node:fs'
import solc from 'solc'

if (process.argv.includes('--version')) console.log(`Version: ${solc.version()}`)
else process.stdout.write(solc.compile(readFileSync(0, 'utf8')))
