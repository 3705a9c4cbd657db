/** The client's own parts, which it types elsewhere than they lie. */
declare module '@cloudbase/manager-node/lib/utils' {
  export { CloudService, compressToZip } from '@cloudbase/manager-node/types/utils'
}
