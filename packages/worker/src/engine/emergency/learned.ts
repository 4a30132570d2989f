import { type Judgement, judge, type Tables, unpack } from './linear.ts'
import { causes } from './rules.ts'
import { fineSize, roughSize } from './signs.ts'
import { alarm, cause, urgent } from './weights.ts'

let tables: Tables | undefined

/** What the learned tables say of a text; they are opened at the first one. */
export function learned(text: string): Judgement {
  tables ??= {
    alarm: unpack(alarm.text, fineSize, alarm.step),
    cause: causes.map((name) => unpack(cause[name].text, roughSize, cause[name].step)),
    urgent: unpack(urgent.text, roughSize, urgent.step),
  }
  return judge(tables, text)
}
