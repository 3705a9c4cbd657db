import { Soft } from '@/components/text'

/** What can be done on the same day where nobody can be asked any more. */
export function AtStation({ phone }: { phone: string }) {
  return <Soft>{`驿站的电话是 ${phone}。带老人的服务卡去驿站，老人签字或者在电话里同意，当场就能办。`}</Soft>
}
