import { Button } from '../button'

export interface AgreeProps {
  onAgree(): void
  children: string
}

/** In a browser nobody but we ask, so a button of ours will do. */
export function AgreeButton({ onAgree, children }: AgreeProps) {
  return <Button onTap={onAgree}>{children}</Button>
}
