// Photos for a weak line: made smaller here where the browser can, sent in pieces, gone on with where they stopped.
const PIECE = 128 * 1024;
const LONGEST = 2000;
const TRIES = 8;

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

async function smaller(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size < 2 * PIECE) return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return blob && blob.size < file.size ? blob : file;
  } catch {
    return file;
  }
}

async function post(address, form, body, headers = {}) {
  const token = form.elements.csrfmiddlewaretoken.value;
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json", "X-CSRFToken": token, ...headers } });
  return { status: answer.status, told: await answer.json() };
}

/** What went wrong, in words; "" for a photo that has arrived. */
async function sendOne(file, form, tell) {
  const blob = await smaller(file);
  const about = new FormData();
  about.set("name", file.name);
  about.set("size", blob.size);
  let place = null;
  let received = 0;
  for (let tries = 0; tries < TRIES; ) {
    try {
      if (!place) {
        const { status, told } = await post(form.dataset.photos, form, about);
        if (status !== 200) return `${file.name}: ${told.message}`;
        place = `${form.dataset.photos}${told.id}/`;
        received = told.received;
      }
      const piece = blob.slice(received, received + PIECE);
      const { status, told } = await post(place, form, piece, { "Upload-Offset": String(received), "Content-Type": "application/octet-stream" });
      if (status === 200 || status === 409) received = told.received;
      else return `${file.name}: ${told.message}`;
      if (told.complete) {
        tell(`Đã gửi ${file.name}.`);
        show(file.name, place, form);
        return "";
      }
      tell(`${file.name}: đã gửi ${Math.floor((received / blob.size) * 100)}%.`);
      tries = 0;
    } catch {
      tries += 1;
      tell(`${file.name}: mất mạng, đang chờ để gửi tiếp từ ${Math.floor((received / blob.size) * 100)}%.`);
      await wait(Math.min(2 ** tries, 30));
    }
  }
  return `${file.name}: chưa gửi xong. Khi có mạng, chọn lại đúng ảnh này để gửi tiếp.`;
}

export async function sendPhotos(input, form, line) {
  const files = [...input.files];
  // Sent here, so that the form does not send them again.
  input.value = "";
  const refused = [];
  for (const file of files) {
    const refusal = await sendOne(file, form, (text) => say(line, [...refused, text]));
    if (refusal) refused.push(refusal);
  }
  // Said last as well, where the progress of the next photo would have covered them.
  const sent = files.length - refused.length;
  say(line, [...refused, ...(sent ? [`Đã gửi ${sent} trên ${files.length} ảnh.`] : [])]);
}

function say(line, texts) {
  line.replaceChildren(...texts.flatMap((text, index) => (index ? [document.createElement("br"), text] : [text])));
}

function show(name, place, form) {
  const row = document.createElement("li");
  const image = document.createElement("img");
  image.src = `${place}xem/`;
  image.alt = name;
  image.width = 96;
  image.height = 96;
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "link";
  drop.textContent = "Bỏ ảnh";
  drop.addEventListener("click", () => leave(`${place}bo/`, form));
  row.append(image, " ", drop);
  document.getElementById("anh-da-gui").append(row);
}

/** As the buttons beside the photos that the page came with: a form of its own. */
function leave(address, form) {
  const own = document.createElement("form");
  own.method = "post";
  own.action = address;
  const token = document.createElement("input");
  token.type = "hidden";
  token.name = "csrfmiddlewaretoken";
  token.value = form.elements.csrfmiddlewaretoken.value;
  own.append(token);
  document.body.append(own);
  own.submit();
}
