// What the browser says of a field that it will not send, in our words: its own come in the language of its menus.
(() => {
  const words = (field) => {
    const wrong = field.validity;
    if (wrong.valueMissing) return missing(field);
    if (wrong.badInput && field.type === "number") return "Hãy nhập một con số.";
    if (wrong.badInput) return "Chưa đọc được nội dung ô này. Hãy nhập lại.";
    if (wrong.typeMismatch) return field.type === "email" ? "Địa chỉ thư điện tử chưa đúng, ví dụ: ten@donvi.vn." : "Địa chỉ chưa đúng, ví dụ: https://donvi.vn.";
    if (wrong.tooLong) return `Nhiều nhất ${field.maxLength} ký tự, đang có ${field.value.length}.`;
    if (wrong.tooShort) return `Ít nhất ${field.minLength} ký tự, đang có ${field.value.length}.`;
    if (wrong.rangeUnderflow) return `Nhỏ nhất là ${field.min}.`;
    if (wrong.rangeOverflow) return `Lớn nhất là ${field.max}.`;
    if (wrong.stepMismatch) return "Số này lẻ quá. Hãy nhập số tròn hơn.";
    return "Nội dung ô này chưa đúng mẫu.";
  };
  const missing = (field) => {
    if (field.type === "checkbox") return "Hãy đánh dấu ô này.";
    if (field.type === "radio") return "Hãy chọn một trong các mục.";
    if (field.type === "file") return "Hãy chọn một tệp.";
    return field.tagName === "SELECT" ? "Hãy chọn một mục." : "Hãy điền ô này.";
  };
  const speak = ({ target }) => {
    target.setCustomValidity("");
    if (!target.validity.valid) target.setCustomValidity(words(target));
  };
  // A message once set would make the field wrong for ever.
  const hush = ({ target }) => target.setCustomValidity?.("");
  document.addEventListener("invalid", speak, true);
  document.addEventListener("input", hush, true);
  document.addEventListener("change", hush, true);
})();
