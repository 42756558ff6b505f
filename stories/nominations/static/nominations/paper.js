// Nothing typed is lost: kept on this device at once, saved to the server when the line allows. Photos go in pieces.
import { sendPhotos } from "./photos.js";

const form = document.getElementById("phieu");
const said = document.getElementById("luu-tin");
const key = form.dataset.key;
const AFTER_TYPING = 1500;
const TRY_AGAIN = 15000;
let timer = 0;
let saving = false;
let dirty = false;

const values = () => Object.fromEntries([...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken"));
const remember = () => localStorage.setItem(key, JSON.stringify({ edition: form.elements.edition.value, values: values() }));
const forget = () => localStorage.removeItem(key);

function tell(text, link) {
  said.textContent = text;
  if (link) {
    const a = document.createElement("a");
    a.href = link;
    a.textContent = " Đăng nhập lại";
    said.append(a);
  }
}

function fill(kept) {
  for (const [name, value] of Object.entries(kept)) {
    const field = form.elements[name];
    if (!field || name === "edition") continue;
    if (field instanceof RadioNodeList) field.value = value;
    else field.value = value;
    if (value && field.closest) field.closest("details")?.setAttribute("open", "");
  }
}

function restore() {
  const kept = JSON.parse(localStorage.getItem(key) || "null");
  if (!kept) return;
  const { edition: _now, ...shown } = values();
  const { edition: _then, ...held } = kept.values;
  if (JSON.stringify(shown) === JSON.stringify(held)) return forget();
  if (kept.edition === form.elements.edition.value) {
    fill(kept.values);
    tell("Đã lấy lại nội dung chưa kịp lưu trên máy này.");
    changed();
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link";
  button.textContent = "Lấy lại nội dung đó";
  button.addEventListener("click", () => { fill(kept.values); button.remove(); changed(); });
  tell("Máy này còn giữ nội dung chưa kịp lưu, nhưng phiếu đã có bản mới hơn. ");
  said.append(button);
}

function changed() {
  dirty = true;
  remember();
  clearTimeout(timer);
  timer = setTimeout(save, AFTER_TYPING);
}

async function save() {
  if (saving || !dirty) return;
  saving = true;
  dirty = false;
  let again = 0;
  try {
    const body = new FormData(form);
    body.delete("photos");
    const answer = await fetch(form.dataset.save, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "error" });
    const told = await answer.json();
    if (answer.ok) {
      form.elements.edition.value = told.edition;
      if (dirty) remember(); else forget();
      tell(`Đã lưu lúc ${told.at}.`);
    } else if (answer.status === 401) {
      tell(told.message, form.dataset.signIn);
    } else if (answer.status === 422) {
      tell(`Chưa lưu được. ${told.said}`);
    } else {
      tell(told.message);
    }
  } catch {
    dirty = true;
    again = TRY_AGAIN;
    tell("Chưa có mạng. Nội dung được giữ trên máy này và sẽ tự lưu khi có mạng.");
  } finally {
    saving = false;
  }
  if (again) timer = setTimeout(save, again);
  else if (dirty) timer = setTimeout(save, AFTER_TYPING);
}

async function lookForNamesakes() {
  const asked = new URLSearchParams(["name", "alias", "birth_year", "locality", "subject_type"].map((name) => [name, form.elements[name].value]));
  try {
    const answer = await fetch(`${form.dataset.namesakes}?${asked}`, { headers: { Accept: "application/json" } });
    if (answer.ok) document.getElementById("trung-ten").innerHTML = await answer.text();
  } catch { /* Offline: the office looks again when it receives the nomination. */ }
}

form.addEventListener("input", (event) => {
  if (event.target.type === "file") return;
  changed();
});
for (const name of ["name", "alias", "birth_year", "locality"]) form.elements[name].addEventListener("change", lookForNamesakes);
for (const radio of form.elements.subject_type) radio.addEventListener("change", lookForNamesakes);
form.addEventListener("submit", () => { clearTimeout(timer); remember(); });
window.addEventListener("online", save);
window.addEventListener("pagehide", () => { if (dirty) remember(); });
document.getElementById("anh").addEventListener("change", (event) => sendPhotos(event.target, form, document.getElementById("anh-tin")));
// After a refused submission the server shows what was typed; what is kept here is older or the same.
if (form.closest(".paper").querySelector("div.paper-fault")) remember(); else restore();
