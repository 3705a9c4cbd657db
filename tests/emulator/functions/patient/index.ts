/** The probe, with more time: on a machine that does much else a second is over before the memory is full. */
export { main } from '../probe'
