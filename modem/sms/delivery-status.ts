/** The meaning of TP-ST in a status report (TS 23.040 §9.2.3.15, [S9]). `trying` is not final. */
export type DeliveryStatus = 'delivered' | 'trying' | 'failed' | 'gave-up';

export function deliveryStatus(status: number): DeliveryStatus {
  if (status <= 0x1f) return status <= 0x02 ? 'delivered' : 'trying';
  if (status <= 0x3f) return 'trying';
  if (status <= 0x5f) return 'failed';
  return 'gave-up';
}
