// The date picker would make 3 March of 31 February without a word; we want to be told.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;

// Without a mouse the calendar of the next field lies over this one until somebody leaves it.
jQuery(document).on("keydown", function (event) {
  if (event.key !== "Escape") return;
  jQuery(event.target).filter(function () { return jQuery(this).data("xdsoft_datetimepicker"); }).datetimepicker("hide");
});
