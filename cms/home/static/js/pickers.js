// The date picker would make 3 March of 31 February without a word; we want to be told.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
