import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './place.mjs'

/** One process at a time; the lock of a dead one is taken over. Resolves to the function that gives the turn up. */
export async function takeTurn(path, whileWaiting) {
  for (let told = false; ;) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, String(process.pid))
      closeSync(file)
      const leave = () => rmSync(path, { force: true })
      process.once('exit', leave)
      return leave
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!isAlive(readPid(path))) rmSync(path, { force: true })
    else {
      if (!told) say(whileWaiting)
      told = true
      await sleep(300)
    }
  }
}

function readPid(path) {
  try {
    return Number(readFileSync(path, 'utf8')) || process.pid
  } catch {
    return process.pid
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
