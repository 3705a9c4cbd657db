import { useState } from 'react'
import type { ActFor } from '#types/people'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Heading } from '@/components/text'
import { open } from '@/platform/navigation'
import { callWord, nameInFull } from '@/services/words'
import { Leave } from './leave'

/** What somebody who acts for an elder may look up about her; a guardian decides for her too. */
export function KinWays({ elder }: { elder: ActFor }) {
  const [isLeaving, setIsLeaving] = useState(false)
  const isGuardian = elder.relation === 'guardian'
  const maySee = isGuardian || elder.scopes.includes('view')
  const mayRead = isGuardian || elder.scopes.includes('log')
  const mayOrder = isGuardian || elder.scopes.includes('order')
  if (!maySee && !mayRead && !mayOrder) return null

  const elderId = elder.id
  const { memberId } = elder
  const who = callWord(elder)
  return (
    <>
      <Heading>{nameInFull(elder)}</Heading>
      <Card>
        {mayOrder && (
          <ListRow
            title={`${who}能享受什么`}
            icon="hand-heart"
            onTap={() => open('packages/benefits/mine', { elderId })}
          />
        )}
        {isGuardian && (
          <ListRow
            title={`谁能替${who}办`}
            icon="users"
            onTap={() => open('packages/family/circle', { elderId })}
          />
        )}
        {mayRead && (
          <ListRow
            title={`谁为${who}办了什么`}
            icon="clipboard-list"
            onTap={() => open('packages/family/log', { elderId })}
          />
        )}
        {maySee && (
          <ListRow
            title={`${who}的资料`}
            icon="user-round"
            onTap={() => open('packages/family/file', { elderId })}
          />
        )}
        {maySee && (
          <ListRow
            title={`${who}的服务卡`}
            icon="qr-code"
            onTap={() => open('packages/family/card', { elderId })}
          />
        )}
        {isGuardian && (
          <ListRow
            title={`${who}的信息和同意`}
            icon="shield-check"
            onTap={() => open('packages/family/privacy', { elderId })}
          />
        )}
        {memberId && <ListRow title={`不再替${who}办`} icon="ban" onTap={() => setIsLeaving(true)} />}
      </Card>
      {memberId && isLeaving && <Leave memberId={memberId} who={who} onClose={() => setIsLeaving(false)} />}
    </>
  )
}
