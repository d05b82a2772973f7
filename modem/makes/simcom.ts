import { make } from './make.ts';

export const simcom = make({
  name: 'simcom',
  said: /simcom|sim[89]\d\d/i,
  usb: { vendorIds: ['1e0e'], byIdName: 'SimTech', atInterface: 2 },
  // SIM800 and SIM900 lose the content of the notification buffer in sleep mode.
  setup: ['AT+CSCLK=0'],
  chatter: ['*PSUTTZ', 'DST:', 'Call Ready', 'SMS Ready'],
  bootSigns: ['Call Ready', 'SMS Ready', 'SMS DONE', 'PB DONE', 'NORMAL POWER', '*PSUTTZ', '+STIN:', '+SIM READY'],
  play: {
    manufacturer: 'SIMCOM_Ltd',
    model: 'SIMCOM_SIM800L',
    chatter: ['*PSUTTZ: 2026,11,23,9,0,0,"+4",0', 'DST: 0', '+CIEV: 10,"00101","test","test",0,0'],
  },
});
