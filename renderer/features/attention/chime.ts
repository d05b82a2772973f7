/** Two soft tones; three of them, higher, where somebody has waited too long. Made here: no file, no network. */
const TONES = { soft: [660, 880], loud: [880, 1_175, 880, 1_175] } as const;
const TONE_SECONDS = 0.14;

let context: AudioContext | null = null;

export function chime(how: keyof typeof TONES): void {
  // Browsers are silent until somebody has clicked or typed something; the app is not.
  if (window.counterline === undefined && !navigator.userActivation.hasBeenActive) return;
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  TONES[how].forEach((frequency, i) => {
    const start = currentTime + i * TONE_SECONDS;
    const oscillator = new OscillatorNode(context as AudioContext, { frequency, type: 'sine' });
    const gain = new GainNode(context as AudioContext, { gain: 0 });
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(how === 'loud' ? 0.25 : 0.1, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, start + TONE_SECONDS);
    oscillator.connect(gain).connect(destination);
    oscillator.start(start);
    oscillator.stop(start + TONE_SECONDS);
  });
}
