import { Notice } from '@/components/notice'

/** Over the button of a long form that was tried: what is missing says so beside its own box, which may be out of sight. */
export const LookAbove = () => <Notice>上面还有没填好的，请往上看一看。</Notice>
