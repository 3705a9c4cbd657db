import { OfDistrict } from '../of-district'
import { DistrictSettlement } from './district-settlement'

/** What is owed for the meals of a month. */
export default function SettlementPage() {
  return <OfDistrict title="每月结算">{({ id }) => <DistrictSettlement district={id} />}</OfDistrict>
}
