import { supervision } from '#types/supervision'
import { requireKeys } from '../_shell/secrets'
import { serve } from '../_shell/serve'
import { closeFlag } from './flags/close-flag'
import { flags } from './flags/flags'
import { closeMismatches } from './mismatches/close-mismatches'
import { mismatches } from './mismatches/mismatches'
import { operators } from './settlement/operators'
import { sample } from './settlement/sample'
import { settlement } from './settlement/settlement'
import { settlementFile } from './settlement/settlement-file'

requireKeys() // files are named with a key: without one their names could be guessed

exports.main = serve('supervision', supervision, {
  operators,
  settlement,
  settlementFile,
  sample,
  flags,
  closeFlag,
  mismatches,
  closeMismatches,
})
