"use strict";
// Reading aloud and dictation, where the browser offers them; nothing is heard or said until it is asked for.

const LANGUAGE = "zh-CN";
const MOST_SAID = 120; // some browsers fall silent within what takes longer than a quarter of a minute
const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;
let reading = null;

function canRead() {
  if (!("speechSynthesis" in window)) return false;
  const voices = speechSynthesis.getVoices();
  // Voices may come later; where there are some and none is Chinese, nothing would be understood.
  return !voices.length || voices.some((voice) => /^(zh|cmn)/i.test(voice.lang));
}

function canListen() {
  return Boolean(Recognition);
}

// Telephones and numbers of documents digit by digit; sums and counts stay numbers.
// No look-behind: phones of before 2023 do not know it.
const DIGITS = [
  /()(\d{3,4}-\d{7,8}(?:转\d+)?)/g,
  /(^|[^\d.])(1[3-9]\d{9})(?![\d.])/g,
  /(〔)(\d{4})(?=〕)/g,
  /(电话：?\s*)(\d{3,8})(?!\d)/g,
  /(^|[^\d.])(12\d{3}|96\d{3,4}|1(?:10|19|20|22))(?![\d.年月日元万亿千百人户名家个件台辆亩%％])/g,
];

function inDigits(text) {
  const apart = (_, before, digits) => before + [...digits.replace(/-/g, "，")].join(" ");
  return DIGITS.reduce((said, pattern) => said.replace(pattern, apart), text);
}

function sentences(text) {
  const parts = inDigits(text).match(/[^。；！？\n]+[。；！？\n]*/g) || [];
  const whole = parts.map((part) => part.trim()).filter(Boolean);
  return whole.flatMap((part) => part.match(new RegExp(`.{1,${MOST_SAID}}`, "gs")));
}

function stopReading() {
  if (!reading) return;
  const { button, words } = reading;
  reading = null;
  speechSynthesis.cancel();
  button.textContent = words;
  button.setAttribute("aria-pressed", "false");
}

function readAloud(button, text) {
  const again = reading?.button === button;
  stopReading();
  if (again) return;
  const mine = (reading = { button, words: button.textContent });
  button.textContent = document.body.dataset.silence;
  button.setAttribute("aria-pressed", "true");
  const voice = speechSynthesis.getVoices().find((one) => /^(zh|cmn)/i.test(one.lang));
  const said = sentences(text).map((part) => {
    const one = new SpeechSynthesisUtterance(part);
    Object.assign(one, { lang: LANGUAGE, rate: 0.9 });
    if (voice) one.voice = voice;
    return one;
  });
  const over = () => { if (reading === mine) stopReading(); };
  said.forEach((one) => { one.onerror = over; });
  if (said.length) said[said.length - 1].onend = over;
  said.forEach((one) => speechSynthesis.speak(one));
}

// Writes into a field what is said; `tell` says what goes on, in words.
function listen(button, field, tell) {
  if (button.listening) {
    button.listening.stop();
    return;
  }
  const ear = (button.listening = new Recognition());
  const before = field.value.trim();
  Object.assign(ear, { lang: LANGUAGE, interimResults: true });
  button.setAttribute("aria-pressed", "true");
  tell(button.dataset.listening);
  let fault = "";
  ear.onresult = (event) => {
    field.value = before + [...event.results].map((result) => result[0].transcript).join("");
  };
  ear.onerror = () => { fault = button.dataset.unheard; };
  ear.onend = () => {
    button.listening = null;
    button.setAttribute("aria-pressed", "false");
    tell(fault, Boolean(fault));
    field.focus();
  };
  ear.start();
}

window.addEventListener("pagehide", stopReading);
