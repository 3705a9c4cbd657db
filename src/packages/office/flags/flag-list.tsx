import { useState } from 'react'
import type { Flag } from '#types/supervision'
import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Soft } from '@/components/text'
import { useLoaded } from '@/services/use-loaded'
import { CloseFlag } from './close-flag'
import { FlagCard } from './flag-card'
import './index.scss'
import { loadFlags } from './load-flags'
import { NightList } from './night-list'

type State = Flag['state']
type Shown = State | 'nights'

/** What somebody should look at, and what was looked at already; for a district also what the night has found. */
export function FlagList({ title, supervises }: { title: string; supervises: boolean }) {
  const [shown, setShown] = useState<Shown>('open')
  return (
    <PageFrame title={title} dense>
      <Segmented<Shown>
        label="看哪些"
        options={supervises ? [...ofFlags, ofNights] : ofFlags}
        value={shown}
        onPick={setShown}
      />
      {shown === 'nights' ? <NightList /> : <Flags key={shown} state={shown} />}
    </PageFrame>
  )
}

const ofFlags: { value: Shown; word: string }[] = [
  { value: 'open', word: '还没问的' },
  { value: 'closed', word: '问过的' },
]
const ofNights = { value: 'nights' as const, word: '夜里查到的' }

function Flags({ state }: { state: State }) {
  const [closing, setClosing] = useState<{ flag: Flag; words: string } | null>(null)
  const [closed, setClosed] = useState<string | null>(null)
  const flags = useLoaded(`flags ${state}`, () => loadFlags(state))
  return (
    <>
      <Soft>这里列出前后对不上的地方，常常只是记错了。问清楚、写一句就好，不影响老人吃饭。</Soft>
      {closed && <Notice kind="ok">{`${closed}的这一处记好了，在“问过的”里能看到。`}</Notice>}
      <LoadedPart load={flags}>
        {(list) => (
          <>
            {list.length === 0 && <Empty {...nothing[state]} />}
            <LongList items={list}>
              {(flag) => (
                <FlagCard
                  key={flag.id}
                  flag={flag}
                  onClose={() =>
                    setClosing((before) => (before?.flag.id === flag.id ? before : { flag, words: '' }))
                  }
                />
              )}
            </LongList>
          </>
        )}
      </LoadedPart>
      {closing && (
        <CloseFlag
          flag={closing.flag}
          words={closing.words}
          onWords={(words) => setClosing({ ...closing, words })}
          onCancel={() => setClosing(null)}
          onClosed={(flag) => {
            setClosing(null)
            setClosed(flag.elderName)
            if (flags.state === 'ready') flags.put(flags.data.filter(({ id }) => id !== flag.id))
          }}
        />
      )}
    </>
  )
}

const nothing = {
  open: { icon: 'circle-check-big', title: '都对得上', hint: '有对不上的，会自己出现在这里。' },
  closed: { icon: 'clipboard-list', title: '还没有问过的', hint: '写下怎么回事以后，会放在这里。' },
} as const satisfies Record<State, object>
